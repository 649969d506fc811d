// The search of a built site in Node: `node tools/search.mjs site "Rampe am Laden"` prints what is found.
// As a module: `const { openSearch } = await load("site")`, the same as window.vorbild in a browser.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

/** Return `vorbild` of the site in `folder`; its data is read from there. */
export async function load(folder) {
  const window = vm.createContext({});
  window.window = window;
  window.document = { currentScript: null, documentElement: { lang: "de" } };
  const run = async (path) => vm.runInContext(await readFile(join(folder, path), "utf8"), window, { filename: path });
  await run("assets/search.js");
  const { vorbild } = window;
  const given = new Map();
  vorbild.give = (key, data) => given.set(key, data);
  vorbild.load = async (root, path, key) => {
    if (!given.has(key)) await run(path);
    return given.get(key);
  };
  return vorbild;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder, ...words] = process.argv;
  const { openSearch } = await load(folder);
  const { find } = await openSearch("");
  const { hits, words: told } = await find(words.join(" "));
  for (const { text, how, words: known } of told) console.log(`${text}: ${how} ${known.join(", ")}`);
  for (const { id, url, score } of hits.slice(0, 10)) console.log(score.toFixed(2), id, url);
}
