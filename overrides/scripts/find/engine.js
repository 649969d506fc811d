/* The search itself is loaded when it is wanted, and once: assets/search.js, which brings its data along. */
(() => {
  "use strict";
  const find = vorbild.find;
  const ASSET = "assets/search.js";
  let opening = null;

  const load = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = vorbild.root + ASSET;
    script.onload = resolve;
    script.onerror = () => reject(new Error(ASSET));
    document.head.append(script);
  });

  /* Returns what has `table` and `find`; fails if it cannot be loaded, and then tries again the next time. */
  find.open = () => {
    opening = opening || load().then(() => vorbild.openSearch(vorbild.root)).catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  };
})();
