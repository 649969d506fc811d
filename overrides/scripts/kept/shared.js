/* A list that someone sent: the ids behind the #. She may put them on her own list; nothing changes by itself. */
(() => {
  "use strict";
  const box = document.querySelector("main [data-shared]");
  if (!box) return;
  const { kept, say } = vorbild;
  const told = box.querySelector(".told");
  const buttons = [...box.querySelectorAll("button")];
  let offered = []; // pairs of id and title

  const line = ({ id, record }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = record.url ? vorbild.root + record.url : "";
    link.textContent = record.title;
    if (record.language) link.hreflang = record.language;
    item.append(...(record.url ? [link, record.place ? `, ${record.place}` : ""] : [`${record.title}: ${say("gone")}`]));
    return item;
  };

  const show = async () => {
    const ids = vorbild.ids() || [];
    const found = await Promise.all(ids.map((id) => keptCard(id, id)));
    const there = found.filter(({ record }) => record.url);
    const own = new Set(kept ? kept.list().map(([id]) => id) : []);
    offered = there.filter(({ id }) => !own.has(id)).map(({ id, record }) => [id, record.title]);
    box.querySelector("ul").replaceChildren(...found.map(line));
    box.hidden = !ids.length;
    document.querySelector("a[data-language]").hash = ids.join();
    told.textContent = there.length && !offered.length ? say("known") : "";
    buttons[0].hidden = !kept || !offered.length;
    buttons[1].hidden = !kept;
  };

  const close = () => {
    history.replaceState(null, "", location.pathname + location.search);
    box.hidden = true;
  };
  buttons[0].addEventListener("click", () => {
    const list = [...kept.list(), ...offered];
    if (!kept.save(list)) {
      told.textContent = say("failed");
      return;
    }
    close();
    document.querySelector("[data-filled] > .told").textContent = say("added", { count: list.length });
    dispatchEvent(new Event("storage"));
    document.querySelector("[data-filled]").hidden = false;
    document.querySelector("[data-filled] h2").focus();
  });
  buttons[1].addEventListener("click", () => {
    close();
    document.querySelector("main").focus();
  });
  addEventListener("hashchange", show);
  show();
})();
