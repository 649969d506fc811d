/* „Merkliste“: what a visitor keeps on her device, in her order. */
(() => {
  "use strict";
  const template = document.querySelector("template[data-list]");
  if (!template) return;
  const { kept, say } = vorbild;
  const [LEAST, MOST] = [2, 4]; // how many are compared
  document.querySelector("[data-fallback]").remove();
  template.replaceWith(template.content);
  const find = (selector) => document.querySelector(`main ${selector}`);
  const [filled, list, take] = ["[data-filled]", "[data-filled] ol", ".take"].map(find);
  const told = find("[data-filled] > .told");
  const compare = find("[data-compare]");
  // the line that stands for what was taken away, with the button that brings it back
  const removed = list.lastElementChild;
  const cards = new Map(); // by id, each made once
  let items = []; // what is on the page, in order
  let undo = null; // the list as it was before something was taken away, and where that was
  let turn = 0;

  const stored = () => (kept ? kept.list() : []);
  const records = () => items.map(({ record }) => record);
  const tell = (word, values) => { told.textContent = word ? say(word, values) : ""; };
  const put = (pairs) => {
    const done = kept.save(pairs);
    if (!done) tell("failed");
    return done;
  };
  const card = (id, title) => {
    if (!cards.has(id)) cards.set(id, keptCard(id, title));
    return cards.get(id);
  };

  const render = async () => {
    const mine = ++turn;
    const made = await Promise.all(stored().map(([id, title]) => card(id, title)));
    if (mine !== turn) return; // the list has changed meanwhile
    items = made;
    const ids = items.map(({ id }) => id);
    const held = document.activeElement;
    const lines = items.map((item) => item.card);
    if (undo) lines.splice(undo.at, 0, removed);
    list.replaceChildren(...lines);
    if (list.contains(held)) held.focus(); // moved elements lose it
    filled.hidden = !lines.length;
    compare.hidden = take.hidden = !ids.length;
    find("[data-empty]").hidden = !kept || lines.length > 0;
    find("#adresse").value = takeaway.shared(ids);
    find("[data-share]").hidden = !takeaway.shared(ids);
    find("[data-mail]").href = takeaway.letter(records(), ids);
  };

  const move = ({ id, record: { title } }, step) => {
    const pairs = stored();
    const from = pairs.findIndex(([one]) => one === id);
    const to = from + step;
    if (!pairs[to]) {
      tell(to < 0 ? "first" : "last", { title });
      return;
    }
    [pairs[from], pairs[to]] = [pairs[to], pairs[from]];
    if (!put(pairs)) return;
    undo = null;
    tell("moved", { title, place: to + 1, count: pairs.length });
    render();
  };

  /* Keeps only what `stays`; in the place of the rest comes the button that brings it back, and it has the focus. */
  const drop = async (at, stays, words) => {
    const before = stored();
    if (!put(before.filter(stays))) return;
    undo = { before, at };
    tell();
    removed.firstElementChild.textContent = words;
    await render();
    removed.lastElementChild.focus();
  };
  removed.lastElementChild.addEventListener("click", async () => {
    const { before, at } = undo;
    const since = stored().filter(([id]) => !before.some(([one]) => one === id));
    if (!put([...before, ...since])) return;
    undo = null;
    tell("undone");
    await render();
    list.children[at].querySelector("[data-remove]").focus();
  });

  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const at = items.findIndex((item) => item.card.contains(button));
    if (at < 0) return;
    const { id, record: { title } } = items[at];
    if (button.dataset.step) move(items[at], Number(button.dataset.step));
    else drop(at, ([one]) => one !== id, say("removed", { title }));
  });
  compare.firstElementChild.addEventListener("click", (event) => {
    const ids = items.filter((item) => item.card.querySelector(":checked")).map(({ id }) => id);
    compare.firstElementChild.hash = ids.join();
    if (ids.length >= LEAST && ids.length <= MOST) return;
    event.preventDefault();
    tell("choose", { count: ids.length });
  });

  const on = (selector, does) => find(selector).addEventListener("click", does);
  on("[data-print]", () => print());
  on("[data-text]", () => takeaway.save("txt", "text/plain", takeaway.text(records())));
  on("[data-table]", () => takeaway.save("csv", "text/csv", takeaway.table(records())));
  on("[data-share] button", async () => {
    const field = find("#adresse");
    field.select();
    const copied = navigator.clipboard ? navigator.clipboard.writeText(field.value) : Promise.reject();
    find("[data-share] .told").textContent = say(await copied.then(() => "copied", () => "copy"));
  });
  const dialog = find("dialog");
  on("[data-clear]", () => dialog.showModal());
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "yes") drop(0, () => false, say("cleared"));
    dialog.returnValue = "";
  });

  find("[data-forbidden]").hidden = Boolean(kept);
  addEventListener("storage", render); // changed in another tab, or by a list that was taken over
  addEventListener("pageshow", render);
  render();
})();
