/* For pages that show what a visitor chose: which entries the address names, all titles to choose from, and the words
   of the page for what its script says. */
(() => {
  "use strict";
  const ID = /^(kommunen\/)?[a-z0-9]+(-[a-z0-9]+)*$/;

  /* The ids behind the #, which a browser sends to nobody: #one,kommunen/two. `null` if it names a place on the page. */
  vorbild.ids = () => {
    const named = location.hash.slice(1);
    if (document.getElementById(named)) return null;
    return [...new Set(named.split(",").filter((id) => ID.test(id)))];
  };

  /* All entries in the language of the page, by kind: id, title and place of each. */
  vorbild.titles = () => {
    const language = document.documentElement.lang;
    return vorbild.load(vorbild.root, vorbild.files.titles[language], `titles-${language}`);
  };

  /* A text of `template[data-words]`, with `values` in place of the {names} in it. */
  vorbild.say = (name, values = {}) => {
    const words = document.querySelector("template[data-words]").content.querySelector(`[data-word="${name}"]`);
    return words.textContent.trim().replace(/\{(\w+)\}/g, (_, key) => values[key]);
  };
})();
