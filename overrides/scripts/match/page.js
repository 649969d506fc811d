/* „Passt das zu uns?“: the form works as soon as it is there. Its answers stay in the address behind #, on this device. */
(() => {
  "use strict";
  const template = document.querySelector("template[data-match]");
  if (!template) return;
  document.querySelector("[data-without]").remove();
  template.replaceWith(template.content);

  const PART = 10, BEST = 3;
  const { profile, told, listed, drawn } = vorbild;
  const form = document.querySelector("form[data-match]");
  const part = (name) => document.querySelector(`[data-part="${name}"]`);
  const [status, results, heading, given, list] = ["status", "results", "heading", "given", "list"].map(part);
  const [more, compare] = ["more", "compare"].map(part);
  const pattern = list.firstElementChild;
  const data = () => Promise.all([vorbild.table(), vorbild.load(vorbild.root, vorbild.files.matching, "matching")]);
  const say = (name, values = {}) => { status.textContent = told(name, values); };
  vorbild.sharing(form, say);

  /* What a question says, and what its terms are called: both stand in the form. */
  const question = (rule, table) => (id) => {
    const box = form.querySelector(`[data-question="${id}"]`);
    const { facet, terms } = rule.criteria.find((one) => one.id === id);
    const slugs = facet ? table.facets.find(({ slug }) => slug === facet).slugs : terms;
    const german = new Intl.NumberFormat("de");
    return { words: box.dataset, name: (place) => (slugs ? named(box, slugs[place]) : german.format(place)) };
  };
  const named = (box, value) => box.querySelector(`[value="${CSS.escape(value)}"]`)?.dataset.name || value;

  const score = (points, most) => told(points < 0 ? "below" : "score", { points: Math.abs(points), most });

  /* Draws the results from number `from` on, unless the answers have changed meanwhile. */
  const show = async (found, from) => {
    const { rule, table } = found;
    const ask = question(rule, table);
    const items = await Promise.all(found.results.slice(from, from + PART).map(async ({ entry, points, says }) => {
      const slug = table.slugs[entry];
      const record = await vorbild.record(slug);
      return drawn({ pattern, slug, record, score: score(points, found.most), says, question: ask });
    }));
    if (found !== current) return;
    if (!from) list.replaceChildren();
    list.append(...items);
    const left = found.results.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = told("more", { count: Math.min(left, PART) });
  };

  /* What the town has said, in words, above the results and on paper. */
  const tell = (answers) => Object.entries(answers).map(([id, values]) => {
    const box = form.querySelector(`[data-question="${id}"]`);
    return `${box.dataset.short}: ${values.map((value) => named(box, value)).join(", ")}`;
  });

  let current = null;
  const update = async () => {
    const answers = profile.read(form);
    const hash = profile.address(answers);
    const here = `${location.pathname}${location.search}${hash && `#${hash}`}`;
    history.replaceState(null, "", here);
    for (const link of document.querySelectorAll("a[data-language]")) link.hash = hash;
    const asked = (current = {});
    results.hidden = !hash;
    if (!hash) return;
    listed(given, tell(answers));
    try {
      const [table, rule] = await data();
      if (asked !== current) return;
      const found = (current = { ...vorbild.fit(rule, table, answers), rule, table });
      const slugs = found.results.slice(0, BEST).map(({ entry }) => table.slugs[entry]);
      if (compare) compare.hash = slugs.join(",");
      await show(found, 0);
      if (found !== current) return;
      const [{ points }] = found.results;
      const title = list.querySelector("a").textContent;
      say("found", { count: found.results.length, title, score: score(points, found.most) });
    } catch {
      results.hidden = true;
      say("failed");
    }
  };

  form.addEventListener("change", ({ target }) => {
    // „None of them“ and one of them exclude each other.
    for (const other of form.querySelectorAll(`[name="${target.name}"]:checked`)) {
      if (target.checked && other !== target && ("none" in other.dataset || "none" in target.dataset)) {
        other.checked = false;
      }
    }
    update();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await update();
    if (!results.hidden) heading.focus();
    else if (!profile.address(profile.read(form))) say("empty");
  });
  form.addEventListener("reset", () => setTimeout(async () => {
    await update();
    say("cleared");
  }));
  more.addEventListener("click", async () => {
    const before = list.children.length;
    await show(current, before);
    list.children[before].querySelector("a").focus();
  });

  /* Only an address that holds answers fills the form in; the skip link leads to an anchor of the page. */
  const linked = () => (location.hash.includes("=") ? location.hash.slice(1) : "");
  const fill = async (text) => {
    profile.write(form, profile.parse(text));
    await update();
  };
  addEventListener("hashchange", () => { if (linked()) fill(linked()); });
  const kept = profile.kept();
  if (linked()) fill(linked());
  else if (kept) fill(kept).then(() => say("filled"));
  else update();
})();
