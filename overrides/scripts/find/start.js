/* The page of the search: the form takes its place above the overview of all facets, which gives way to the hits. */
(() => {
  "use strict";
  const find = vorbild.find;
  const TYPING = 150; // milliseconds after a letter until the hits follow …
  const SILENCE = 900; // … until their number is said aloud …
  const PATIENCE = 300; // … and until it is told that the search is still loading
  const page = document.querySelector("[data-words]");
  const template = page.querySelector("template[data-find]");
  const part = (name) => page.querySelector(`[data-${name}]`);

  template.replaceWith(template.content);
  page.querySelector(".found").append(part("overview"));
  const form = page.querySelector("form");
  const field = form.querySelector("input");
  const heading = part("count");
  const results = find.results(page);
  const map = find.map(part("map"), results.list);
  const facets = find.facets(document.getElementById("eingrenzen"), () => choose({
    chosen: facets.chosen(),
    every: facets.every(),
  }));
  const steps = find.history(facets.slugs, (gone, kept) => go(gone, kept).then(refocus));

  let state = steps.here();
  let latest = 0;
  let waiting = 0;
  let saying = 0;

  /* Says it once nothing more has come for a while. */
  const say = (text) => {
    clearTimeout(saying);
    saying = setTimeout(() => (part("said").textContent = text), SILENCE);
  };

  const showControls = () => {
    if (document.activeElement !== field || field.value.trim() !== state.question) field.value = state.question;
    facets.show(state);
    find.chips(part("chips"), state, facets, choose);
    part("sort").value = state.sort;
    if (part("sort").selectedIndex < 0) part("sort").selectedIndex = 0; // an order that there is not
    part("copied").textContent = "";
    for (const radio of part("view").querySelectorAll("input")) radio.checked = radio.value === state.view;
    part("map").hidden = state.view !== "karte";
    part("hits").classList.toggle("with-map", state.view === "karte");
  };

  /* What is to be seen: the overview alone, or the hits, or both if there are none. */
  const lay = ({ asked, found }) => {
    part("asked").hidden = !asked;
    part("hits").hidden = !found;
    part("overview").hidden = asked && found;
  };

  const tell = (text, more = []) => {
    heading.textContent = text;
    say([text, ...more].join(" "));
  };

  const show = async (engine, { typing, shown }, current) => {
    const filters = find.filters(state);
    const found = await engine.find(state.question, { filters, typing });
    const hits = state.sort ? find.sorted(found.hits, await engine.table, state.sort) : found.hits;
    if (!current()) return;
    const entries = hits.filter(find.isEntry);
    const nothing = !entries.length;
    const many = found.words.filter(({ how }) => how !== "stop").length > 1;
    const ways = typing && !nothing ? [] : await find.ways({ engine, state, facets }, found.words, nothing);
    const context = { describe: engine.describe, mark: found.mark, many, terms: facets.terms };
    await results.show(hits, context, shown, current);
    if (!current()) return;
    const told = find.told(found.words, { typing, empty: nothing && Object.keys(filters).length > 0 });
    find.list(part("told"), told);
    find.tries(part("tries"), ways, choose);
    lay({ asked: true, found: !nothing });
    tell(nothing ? find.say("nothing") : find.plural("hits", entries.length), told);
    // The table last: Pagefind finds without it, and it is the heavier the more entries there are.
    const counted = await find.counts(engine, state, typing);
    const table = await engine.table;
    if (!current()) return;
    facets.count(counted);
    map.show(entries, table);
  };

  const fail = () => {
    lay({ asked: true, found: false });
    for (const name of ["told", "tries"]) part(name).replaceChildren();
    tell(find.say("failed"));
  };

  const update = async (how = {}) => {
    const turn = ++latest;
    const current = () => turn === latest;
    clearTimeout(waiting);
    showControls();
    if (!find.asked(state)) {
      facets.count(null);
      lay({ asked: false, found: false });
      say("");
      return undefined;
    }
    const slow = setTimeout(() => {
      if (!current() || !part("asked").hidden) return;
      part("asked").hidden = false;
      tell(find.say("loading"));
    }, PATIENCE);
    const engine = await find.open().catch(() => null);
    clearTimeout(slow);
    if (!current()) return undefined;
    return engine ? show(engine, how, current) : fail();
  };

  /* A choice of the visitor: a step that she can go back from. What had the focus may be gone after it, and what she
     typed just now counts. */
  const choose = async (change) => {
    state = { ...state, question: field.value.trim(), ...change };
    steps.step(state);
    await update();
    refocus();
  };
  const go = (gone, { shown }) => {
    state = gone;
    field.value = state.question;
    return update({ shown });
  };
  const refocus = () => {
    if (document.activeElement === document.body) (part("asked").hidden ? field : heading).focus();
  };

  field.addEventListener("focus", () => find.open().catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      state = { ...state, question: field.value.trim() };
      steps.typed(state);
      update({ typing: true });
    }, TYPING);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.preventDefault(); // some browsers would empty it
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) field.blur(); // puts the keys on the screen away
    choose({ question: field.value.trim() });
  });
  part("sort").addEventListener("change", (event) => choose({ sort: event.target.value }));
  part("view").addEventListener("change", (event) => choose({ view: event.target.value }));
  part("more").addEventListener("click", async () => {
    const first = await results.more();
    if (first) first.querySelector("a").focus();
    say(part("shown").textContent);
  });
  part("copy").hidden = !navigator.clipboard;
  part("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    part("copied").textContent = find.say("copied");
    say(find.say("copied"));
  });
  results.list.addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    if (link) steps.keep({ shown: results.shown, at: link.href });
  });

  const kept = history.state || {};
  go(state, kept).then(() => {
    const left = [...results.list.querySelectorAll("h3 a")].find(({ href }) => href === kept.at);
    if (left) left.focus();
    else if (location.hash === `#${field.id}`) field.focus();
  });
})();
