/* The list of hits, six at a time, and below it the pages of the site that answer as well. */
(() => {
  "use strict";
  const find = vorbild.find;
  const STEP = 6;
  const PAGES = 3;

  find.isEntry = ({ kind }) => kind !== "page";

  find.results = (root) => {
    const list = root.querySelector("[data-cards]");
    const more = root.querySelector("[data-more]");
    const note = root.querySelector("[data-shown]");
    const pages = root.querySelector("[data-pages]");
    let hits = [];
    let known = null;

    const card = async (hit) => {
      const context = known;
      const { id } = await context.describe(hit);
      const record = await vorbild.record(id).catch(() => null);
      return record && find.card(hit, record, await find.reason(id, record, context), context.mark);
    };
    const cards = async (from, to) => (await Promise.all(hits.slice(from, to).map(card))).filter(Boolean);

    const page = async (hit) => {
      const { id } = await known.describe(hit);
      const record = await vorbild.record(id).catch(() => null);
      if (!record) return null;
      const link = document.createElement("a");
      link.href = vorbild.root + record.url;
      link.append(...find.marked(known.mark(record.title)));
      const item = document.createElement("li");
      item.append(link);
      return item;
    };

    const tell = () => {
      const shown = list.children.length;
      more.hidden = shown >= hits.length;
      note.textContent = more.hidden ? "" : find.say("shown", { shown, count: find.number(hits.length) });
    };

    return {
      list,
      get shown() {
        return list.children.length;
      },

      /* Draws hits; `wanted`: how many at once; `current` tells whether they are still the ones to draw. */
      async show(found, context, wanted, current) {
        hits = found.filter(find.isEntry);
        known = context;
        const answers = found.filter((hit) => !find.isEntry(hit)).slice(0, PAGES);
        const [drawn, links] = await Promise.all([cards(0, wanted || STEP), Promise.all(answers.map(page))]);
        if (!current()) return;
        list.replaceChildren(...drawn);
        pages.querySelector("ul").replaceChildren(...links.filter(Boolean));
        pages.hidden = !links.length;
        tell();
      },

      /* Draws some more, and returns the first of them. */
      async more() {
        const before = hits;
        const [first, ...others] = await cards(list.children.length, list.children.length + STEP);
        if (!first || hits !== before) return null; // there are others by now
        list.append(first, ...others);
        tell();
        return first;
      },
    };
  };
})();
