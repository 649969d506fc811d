/* The list of results: each practice with its points, and in words what fits, what differs and what is not known. */
(() => {
  "use strict";
  /* A sentence of the page with its {names} filled in. */
  vorbild.told = (word, values = {}) => {
    const words = document.querySelector("template[data-words]").content;
    return words.querySelector(`[data-word="${word}"]`).textContent.trim()
      .replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };
  /* A list is drawn anew with the texts of its points. */
  vorbild.listed = (list, texts) => {
    list.replaceChildren(...texts.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  };

  /* Reasons in words, by the group they stand in. `question(id)` gives words and names of terms. */
  const reasons = (says, question) => {
    const found = { fits: [], against: [], unknown: [] };
    for (const [id, outcome, places] of says) {
      const { words, name } = question(id);
      const terms = places.map(name).join(", ");
      (found[outcome] || found.fits).push(terms ? `${words[outcome]}: ${terms}` : words[outcome]);
    }
    return found;
  };

  /* One result as an element, made of the `pattern` in the page. */
  vorbild.drawn = ({ pattern, slug, record, score, says, question }) => {
    const item = pattern.cloneNode(true);
    const slot = (name) => item.querySelector(`[data-slot="${name}"]`);
    const link = document.createElement("a");
    link.textContent = record.title;
    link.href = vorbild.root + record.url;
    slot("title").replaceChildren(link);
    slot("place").textContent = record.place;
    slot("score").textContent = score;
    slot("summary").textContent = record.summary;
    // An entry without easy text is linked in standard language, and says so.
    if (document.documentElement.lang === "de-simple" && !/leicht\/(index\.html)?$/.test(record.url)) {
      link.lang = link.hreflang = "de";
      slot("summary").textContent = vorbild.told("standard");
    }
    vorbild.listed(slot("meta"), record.meta.map(([, text]) => text));
    for (const [group, texts] of Object.entries(reasons(says, question))) {
      if (texts.length) vorbild.listed(slot(group), texts);
      else slot(group).parentElement.remove();
    }
    const keep = item.querySelector("[data-keep]");
    keep.dataset.keep = slug;
    keep.dataset.title = record.title;
    keep.lastElementChild.textContent = `: ${record.title}`;
    if (!vorbild.kept) keep.parentElement.remove(); // no list to keep it in
    return item;
  };
})();
