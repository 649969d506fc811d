/* „Merken“: the entries that a visitor keeps, on her device only. Every `<button data-keep="id" data-title="…">` of a
   page is such a button, also one that a script adds later (components/keep.html). Without storage there are none. */
var vorbild = window.vorbild || {};
window.vorbild = vorbild;
(() => {
  "use strict";
  const KEY = "vorbild-merkliste";
  const template = document.querySelector("template[data-kept]");
  try {
    localStorage.getItem(KEY);
  } catch {
    return; // forbidden
  }
  if (!template) return;
  const [link, failed] = template.content.children;
  const number = link.querySelector("[data-count]");

  /* Pairs of id and title, each id once; what is damaged or from elsewhere is left out. */
  const list = () => {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY));
      const text = (one) => typeof one === "string";
      return [...new Map(stored.filter((one) => Array.isArray(one) && one.length === 2 && one.every(text)))];
    } catch {
      return [];
    }
  };

  /* Only what changes is written: a change of text calls the observer below. */
  const write = (node, text) => {
    if (node.textContent !== text) node.textContent = text;
  };
  const show = () => {
    const kept = new Map(list());
    write(number, String(kept.size));
    link.hidden = !kept.size;
    for (const button of document.querySelectorAll("button[data-keep]")) {
      button.setAttribute("aria-pressed", kept.has(button.dataset.keep));
      for (const name of button.querySelectorAll(".vh")) write(name, button.dataset.title);
    }
  };

  /* Keeps `kept`, and tells whether that was possible. */
  const save = (kept) => {
    try {
      if (kept.length) localStorage.setItem(KEY, JSON.stringify(kept));
      else localStorage.removeItem(KEY);
    } catch {
      return false; // full
    }
    show();
    return true;
  };

  vorbild.kept = { list, save };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button[data-keep]");
    if (!button) return;
    const { keep, title } = button.dataset;
    const kept = list();
    const others = kept.filter(([id]) => id !== keep);
    if (!save(others.length < kept.length ? others : [...kept, [keep, title]])) button.after(failed);
  });
  addEventListener("storage", show); // kept in another tab
  addEventListener("pageshow", show); // come back to a page that was kept

  template.replaceWith(link);
  for (const place of document.querySelectorAll("template[data-keeping]")) place.replaceWith(place.content);
  show();
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
})();
