/* What a visitor asks for, and the address that says it. It stands behind #, where no server hears of it:
   #q=Rampe&handlungsfeld=mobilitaet,arbeit&alle=handlungsfeld&sort=neu&ansicht=karte */
vorbild.find = {};
(() => {
  "use strict";
  /* Returns question, chosen terms by facet, facets of which all terms are to fit, order and view. `facets`: slugs. */
  vorbild.find.read = (hash, facets) => {
    const said = new URLSearchParams(hash.slice(1));
    const list = (name) => (said.get(name) || "").split(",").filter(Boolean);
    const chosen = Object.fromEntries(facets.map((slug) => [slug, list(slug)]).filter(([, terms]) => terms.length));
    return {
      question: said.get("q") || "",
      chosen,
      every: list("alle").filter((slug) => chosen[slug]),
      sort: said.get("sort") || "",
      view: said.get("ansicht") || "",
    };
  };

  vorbild.find.write = ({ question, chosen, every, sort, view }) => {
    const said = { q: question.trim(), ...chosen, alle: every.filter((slug) => chosen[slug]), sort, ansicht: view };
    const kept = Object.entries(said).map(([name, value]) => [name, String(value)]).filter(([, value]) => value);
    return kept.length ? `#${new URLSearchParams(kept)}`.replace(/%2C/g, ",") : "";
  };

  /* Whether it asks for anything; order and view alone do not. */
  vorbild.find.asked = ({ question, chosen }) => Boolean(question.trim() || Object.keys(chosen).length);

  /* The same as the search wants it. */
  vorbild.find.filters = ({ chosen, every }) => Object.fromEntries(
    Object.entries(chosen).map(([slug, terms]) => [slug, every.includes(slug) ? { all: terms } : terms]),
  );

  /* Another state without one term of a facet. */
  vorbild.find.without = (state, slug, term) => {
    const { [slug]: terms, ...chosen } = state.chosen;
    const left = terms.filter((other) => other !== term);
    return { ...state, chosen: left.length ? { ...state.chosen, [slug]: left } : chosen };
  };
})();
