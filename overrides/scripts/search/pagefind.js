/* The search with Pagefind, which loads of the index what a question needs, and no more. What words may stand for each
   other is in the index already (plugins/vorbild/render/pagefind/terms.py). Same interface as engine.js, but the table
   is a promise, made when it is asked for, and a hit gets its id and address from `describe`. */
(() => {
  "use strict";
  const { JOINTS, fold, stem, words } = vorbild.analysis;
  const PAGE = 0.6; // people look for examples first
  const FAR = 0.12; // what scores less of the best is shown no more
  const LESS = 0.3; // what a part of a word counts, and a word with the same beginning
  const STEM = 4; // letters that make a beginning worth anything
  const REST = 3; // the shortest part of a word
  const ENOUGH = 5; // documents that say a word, so that others with its beginning need not be looked for
  /* BM25 as in engine.js; Pagefind has its own, but that counts what is cut into blocks as rarer than it is. */
  const K1 = 1;
  const B = 0.65;

  const best = (...found) => {
    const all = new Map();
    for (const [document, score] of found.flat()) all.set(document, Math.max(score, all.get(document) || 0));
    return [...all];
  };

  /* The same answer for the same question, once it was asked: a page asks several times. */
  const once = (answer) => {
    const known = new Map();
    return (text) => {
      if (!known.has(text)) known.set(text, answer(text));
      return known.get(text);
    };
  };

  /* Pagefind with our index. `term` asks for a whole word by its stem, `beginning` for all that begins with some letters;
     both promise [document, score]. */
  const open = async (baseUrl, { folder, block, end, steps }) => {
    const [{ createInstance }, signs] = await Promise.all([
      import(new URL(`${baseUrl}${folder}pagefind.js`, document.baseURI).href),
      vorbild.load(baseUrl, `${folder}lengths.js`, "lengths"),
    ]);
    const engine = createInstance({ noWorker: true, metaCacheTag: "" });
    await engine.init();
    await engine.search(""); // fails if that did not
    const lengths = [...signs].map((sign) => 2 ** ((parseInt(sign, 16) - 8) / 4)); // of the average

    /* Documents, and how often they say it, which stands where Pagefind has the place of a word. */
    const ask = async (text) => {
      const { results } = await engine.search(text);
      return results.map(({ id, words: places }) => [Number(id), Math.max(...places) / steps]);
    };
    const scored = (found) => {
      const rarity = Math.log(1 + (lengths.length - found.length + 0.5) / (found.length + 0.5));
      return found.map(([document, often]) => (
        [document, (rarity * (K1 + 1) * often) / (often + K1 * (1 - B + B * lengths[document]))]
      ));
    };

    const term = once(async (own) => {
      const all = [];
      let found;
      for (let place = 0; !found || found.length === block; place++) {
        // Quoted it is looked up, not looked for among all words that are loaded.
        found = await ask(`"${own}${end}${String(place).padStart(3, "0")}"`);
        all.push(...found);
      }
      return scored(all);
    });
    const beginning = once(async (letters) => (letters.length < STEM ? [] : scored(await ask(letters))));
    return { term, beginning };
  };

  /* Returns a function for one word of a question: how it was understood, the folded words that stand for it, and what
     these find. */
  const reader = ({ term, beginning }) => {
    const stops = new Set(vorbild.stops);
    const less = (found) => found.map(([document, score]) => [document, score * LESS]);

    /* The longest beginning of a word that is a word itself, and the rest if it may be one. */
    const halves = async (text) => {
      for (let at = text.length - 1; at >= STEM; at--) {
        const [first, rest] = [text.slice(0, at), text.slice(at)];
        if ((await term(stem(fold(first)))).length) return rest.length < REST ? [first] : [first, rest];
      }
      return [];
    };

    return async (text) => {
      const own = fold(text);
      if (stops.has(own)) return { text, how: "stop", words: [], folded: [], found: [] };
      const said = await term(stem(own));
      const begun = said.length < ENOUGH ? less(await beginning(stem(own))) : [];
      const known = best(said, begun);
      if (known.length) return { text, how: said.length ? "word" : "part", words: [text], folded: [own], found: known };
      const typed = text.split(JOINTS);
      const pieces = typed.length > 1 ? typed : await halves(text);
      const folded = pieces.map(fold);
      const found = less(best(...(await Promise.all(folded.map((piece) => term(stem(piece)))))));
      return { text, how: found.length ? "pieces" : "none", words: pieces, folded, found };
    };
  };

  vorbild.openSearch = async (baseUrl, load) => {
    if (load) vorbild.load = load;
    const { index } = vorbild.files;
    const kinds = Object.entries(index.kinds).flatMap(([kind, count]) => Array(count).fill(kind)); // by document
    const entries = index.kinds.practice || 0;
    const read = reader(await open(baseUrl, index));

    const hit = ([document, found]) => {
      const kind = kinds[document];
      const score = kind === "page" ? found * PAGE : found;
      return { document, kind, score, entry: document < entries ? document : -1 };
    };
    /* A hit with its id and address, which come some at a time. */
    const describe = async (found) => {
      const shelf = Math.floor(found.document / index.shelf);
      const listed = await vorbild.load(baseUrl, `${index.folder}documents/${shelf}.js`, `documents/${shelf}`);
      const [id, url] = listed[found.document % index.shelf];
      return { ...found, id, url: baseUrl + url };
    };

    /* All that the filters let through, best first; without a word in the question, every practice. */
    const ask = async (asked, filters) => {
      const scores = new Map();
      for (const [document, score] of asked.flatMap(({ found }) => found)) {
        scores.set(document, (scores.get(document) || 0) + score);
      }
      const telling = asked.some(({ how }) => how !== "stop");
      const found = telling ? [...scores] : Array.from({ length: entries }, (_, document) => [document, 0]);
      const narrowed = Object.keys(filters).length > 0;
      const fits = narrowed ? vorbild.filter(await vorbild.table(baseUrl), filters) : () => true;
      const hits = found.filter(([document]) => (document < entries ? fits(document) : !narrowed)).map(hit);
      return hits.sort((a, b) => b.score - a.score || a.document - b.document);
    };
    const understand = (question) => Promise.all(words(question.normalize("NFC")).map(({ text }) => read(text)));

    /* What is worth showing, and how each word of the question was understood. One that is still being typed is a word as
       any other: as long as nobody says it, what begins with it is found. */
    const find = async (question, { filters = {} } = {}) => {
      const asked = await understand(question);
      const hits = await ask(asked, filters);
      const least = FAR * (hits.length ? hits[0].score : 0);
      return {
        hits: hits.filter(({ score }) => score >= least),
        words: asked.map(({ text, how, words: known }) => ({ text, how, words: known })),
        mark: vorbild.letterMarker(asked.flatMap(({ folded }) => folded)),
      };
    };
    const search = async (question, { filters = {}, limit = 10 } = {}) => {
      const hits = await ask(await understand(question), filters);
      const shown = await Promise.all(hits.slice(0, limit).map(describe));
      return shown.map(({ id, url, score }) => ({ id, url, score }));
    };
    return {
      get table() {
        return vorbild.table(baseUrl);
      },
      find,
      describe,
      search,
    };
  };
})();
