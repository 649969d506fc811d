/* What is chosen, as a row of buttons that take it away again; and other rows and lists of words. */
(() => {
  "use strict";
  const find = vorbild.find;

  const button = (name, text, pressed) => {
    const item = find.part(name);
    if (text) item.querySelector("span").textContent = text;
    item.querySelector("button").addEventListener("click", pressed);
    return item;
  };

  /* `choose` takes what changes in the state. */
  find.chips = (row, state, facets, choose) => {
    const terms = Object.entries(state.chosen).flatMap(([slug, values]) => values.map((value) => {
      const { facet, term } = facets.term(slug, value) || { facet: slug, term: value };
      return button("chip", /\?$/.test(facet) ? `${facet} ${term}` : `${facet}: ${term}`, () => (
        choose(find.without(state, slug, value))
      ));
    }));
    const question = state.question && button("chip", find.say("question", { text: state.question }), () => (
      choose({ question: "" })
    ));
    const all = [question, ...terms].filter(Boolean);
    if (all.length) all.push(button("reset", "", () => choose({ question: "", chosen: {}, every: [] })));
    row.replaceChildren(...all);
  };

  find.tries = (row, ways, choose) => row.replaceChildren(...ways.map(({ text, state, count }) => {
    const item = button("try", text, () => choose(state));
    item.querySelector(".n").textContent = `(${find.number(count)})`;
    return item;
  }));

  find.list = (list, texts) => list.replaceChildren(...texts.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
})();
