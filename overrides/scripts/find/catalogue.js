/* The words of the page: the template brings them along, in the language of the page. */
(() => {
  "use strict";
  const page = document.querySelector("[data-words]");
  const words = JSON.parse(page.dataset.words);

  const filled = (text, params) => text.replace(/\{(\w+)\}/g, (all, name) => params[name]);
  const number = (count) => count.toLocaleString("de-DE");

  /* The words of a key, which may have a point in it, with its {names} filled in. */
  vorbild.find.say = (key, params = {}) => filled(key.split(".").reduce((part, name) => part[name], words), params);
  vorbild.find.plural = (key, count) => filled(words[key][count === 1 ? 0 : 1], { count: number(count) });
  vorbild.find.number = number;

  /* A copy of a part that the template brings along: <template data-name="value">. */
  vorbild.find.part = (value, name = "part") => {
    const template = page.querySelector(`template[data-${name}="${CSS.escape(value)}"]`);
    return template ? template.content.firstElementChild.cloneNode(true) : null;
  };
})();
