/* A hit as a card: the template brings one along with something in each of its parts. */
(() => {
  "use strict";
  const find = vorbild.find;
  const easy = () => document.documentElement.lang === "de-simple";

  const icons = (list, meta) => {
    const item = list.firstElementChild;
    const last = list.children[1]; // that there is an easy text, on standard pages
    item.remove();
    for (const [name, text] of meta || []) {
      const own = item.cloneNode();
      own.append(...[find.part(name, "icon"), text].filter(Boolean));
      list.insertBefore(own, last || null);
    }
    return last;
  };

  const picture = ({ pictogram, tint }) => {
    const tile = find.part(pictogram, "pictogram");
    if (tile) tile.classList.replace("t-sun", `t-${tint}`);
    return tile;
  };

  const fillWhy = (why, reason) => {
    if (!reason) return why.remove();
    const label = why.querySelector("strong");
    label.textContent = reason.label;
    why.replaceChildren(...(reason.label ? [label, " "] : []), ...find.marked(reason.pieces));
  };

  /* One line for each line of the text: easy language has a sentence on each. */
  const lines = (node, pieces) => {
    node.replaceChildren(...find.marked(pieces));
    node.classList.add("lines");
  };

  /* „Merken“, where the device can keep something. */
  const keep = (card, id, title) => {
    if (!vorbild.kept) return;
    const line = find.part("keep");
    Object.assign(line.firstElementChild.dataset, { keep: id, title });
    line.querySelector(".vh").textContent = title;
    card.lastElementChild.append(line);
  };

  /* `reason` is of find.reason; `mark` cuts a text into pieces. */
  find.card = ({ id, entry }, record, reason, mark) => {
    const card = find.part("card");
    const link = card.querySelector("h3 a");
    const [kick, summary] = card.querySelectorAll("p");
    const sign = kick.querySelector(".sign");
    card.dataset.entry = entry;
    card.querySelector(".tile").replaceWith(...[picture(record)].filter(Boolean));
    link.href = vorbild.root + record.url;
    link.replaceChildren(...find.marked(mark(record.title)));
    sign.textContent = record.place || "";
    kick.replaceChildren(...(record.place ? [sign, " "] : []), record.field || "");
    if (!record.place && !record.field) kick.remove();
    lines(summary, mark(record.summary || ""));
    const meta = card.querySelector(".meta");
    const last = icons(meta, record.meta);
    if (last && !record.easy) last.remove();
    if (!meta.children.length) meta.remove();
    fillWhy(card.querySelector(".why"), reason);
    keep(card, id, record.title);
    if (easy() && !/(^|\/)leicht\//.test(record.url)) toldInStandard(card, link, summary);
    return card;
  };

  /* An entry without an easy text is shown on easy pages with its standard text, which says so. */
  const toldInStandard = (card, link, summary) => {
    const note = document.createElement("p");
    note.textContent = find.say("standard_only");
    link.hreflang = "de";
    link.lang = "de";
    summary.lang = "de";
    summary.before(note);
  };
})();
