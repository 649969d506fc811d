/* What the pages know of all entries, loaded when it is asked for: data comes as scripts, because a page that is opened
   from a folder may load nothing else. `vorbild.files` names the files that have a hash in their name; the build adds it
   behind this bundle. */
var vorbild = window.vorbild || {};
window.vorbild = vorbild;
(() => {
  "use strict";
  if (vorbild.load) return;
  const own = document.currentScript ? document.currentScript.src : "";
  const waiting = new Map();
  const loaded = new Map();

  /* Where the site begins, seen from the script, which lies in assets/. */
  vorbild.root = own.replace(/assets\/[^/]*$/, "");

  /* The data of one file: what it gives under `key`. Fails if there is no such file. */
  vorbild.load = (root, path, key) => {
    const address = root + path;
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(key, resolve);
        script.src = address;
        script.charset = "utf-8"; // whatever the page around it is
        script.onload = () => script.remove();
        script.onerror = () => {
          loaded.delete(address);
          script.remove();
          reject(new Error(address));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(address);
  };
  vorbild.give = (key, data) => {
    const resolve = waiting.get(key);
    waiting.delete(key);
    if (resolve) resolve(data);
  };

  /* An entry in the language of the page, in standard language if it has no easy text. `id` is the slug of a practice,
     or the path of another record: kommunen/erlangen, /methode. */
  vorbild.record = (id, easy = document.documentElement.lang === "de-simple", root = vorbild.root) => {
    const path = `daten/${id.includes("/") ? id.replace(/^\//, "") : `praxis/${id}`}`;
    const plain = () => vorbild.load(root, `${path}.js`, path);
    return easy ? vorbild.load(root, `${path}.leicht.js`, `${path}.leicht`).catch(plain) : plain();
  };
})();
