/* The search: lunr over the words that a question asks for. Of the index only what these words say goes into lunr, so
   that opening is quick and a question costs what it finds. */
(() => {
  "use strict";
  /* BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): how soon more of a word counts no more,
     and how much it counts against a document that it is long. */
  const K1 = 1;
  const B = 0.65;
  const PAGE = 0.6; // people look for examples first
  const FAR = 0.12; // what scores less of the best is shown no more
  const FIELD = "text";

  /* How often each document says a word or what stands for it, weighted; and its spread, by which rarity is judged:
     between the number of documents that say the word itself and of those that say anything for it (geometric mean). */
  const counted = (index, { members, phrases }) => {
    const times = new Map();
    let most = 0;
    let spread = 0;
    const each = (id, visit) => {
      for (let at = index.starts[id]; at < index.starts[id + 1]; at++) visit(index.documents[at], index.levels[at] / 2);
    };
    for (const [id, { weight }] of members) {
      each(id, (document, level) => times.set(document, (times.get(document) || 0) + weight * level));
      const size = index.starts[id + 1] - index.starts[id];
      if (weight > most) [most, spread] = [weight, size];
      else if (weight === most) spread = Math.max(spread, size);
    }
    // A phrase counts half as often as the word of it that a document says least.
    for (const ids of phrases) {
      const levels = ids.map(() => new Map());
      ids.forEach((id, place) => each(id, (document, level) => levels[place].set(document, level)));
      for (const [document, level] of levels[0]) {
        const least = Math.min(level, ...levels.slice(1).map((others) => others.get(document) || 0));
        if (least) times.set(document, (times.get(document) || 0) + least / 2);
      }
    }
    return { times, spread: Math.sqrt((spread || times.size) * times.size) };
  };

  const ranked = (index, table, asked) => {
    const vectors = {};
    const inverted = {};
    const count = index.lengths.length;
    asked.forEach((word, place) => {
      const { times, spread } = counted(index, word);
      if (!times.size) return;
      const rarity = Math.log(1 + (count - spread + 0.5) / (spread + 0.5));
      const found = {};
      for (const [document, often] of times) {
        const length = K1 * (1 - B + (B * index.lengths[document]) / index.average);
        const other = index.others[document - table.slugs.length];
        const weight = ((rarity * (K1 + 1) * often) / (often + length)) * (other && other[1] === "page" ? PAGE : 1);
        found[document] = {};
        (vectors[`${FIELD}/${document}`] = vectors[`${FIELD}/${document}`] || new lunr.Vector()).insert(place, weight);
      }
      inverted[place] = { _index: place, [FIELD]: found };
    });
    const terms = Object.keys(inverted);
    const engine = new lunr.Index({
      fields: [FIELD],
      fieldVectors: vectors,
      invertedIndex: inverted,
      tokenSet: lunr.TokenSet.fromArray(terms.sort()),
      pipeline: new lunr.Pipeline(),
    });
    return engine.query((query) => terms.forEach((term) => query.term(term, { usePipeline: false })))
      .map(({ ref, score }) => ({ document: Number(ref), score }))
      .sort((a, b) => b.score - a.score || a.document - b.document);
  };

  vorbild.openSearch = async (baseUrl, load) => {
    if (load) vorbild.load = load;
    const [table, data] = await Promise.all([
      vorbild.table(baseUrl),
      vorbild.load(baseUrl, vorbild.files.index, "index"),
    ]);
    const index = vorbild.unpackIndex(data);
    const entries = table.slugs.length;
    const describe = ({ document, score }) => {
      const [id, kind, url] = index.others[document - entries] || [table.slugs[document], "practice", table.url(table.slugs[document])];
      return { id, kind, url: baseUrl + url, score, entry: document < entries ? document : -1 };
    };

    /* All that the filters let through, best first; without a word in the question, every practice. */
    const ask = (asked, filters) => {
      const fits = vorbild.filter(table, filters);
      const narrowed = Object.keys(filters).length > 0;
      const found = asked.some(({ how }) => how !== "stop")
        ? ranked(index, table, asked)
        : table.slugs.map((_, document) => ({ document, score: 0 }));
      return found.filter(({ document }) => (document < entries ? fits(document) : !narrowed)).map(describe);
    };

    /* What is worth showing, and how each word of the question was understood. */
    const find = async (question, { filters = {}, typing = false } = {}) => {
      const asked = vorbild.understand(index, question, typing);
      const hits = ask(asked, filters);
      const least = FAR * (hits.length ? hits[0].score : 0);
      let marked;
      const mark = (text) => (marked = marked || vorbild.marker(index, asked))(text);
      return { hits: hits.filter(({ score }) => score >= least), words: vorbild.told(index, asked), mark };
    };
    const search = async (question, { filters = {}, limit = 10 } = {}) => {
      const hits = ask(vorbild.understand(index, question, false), filters);
      return hits.slice(0, limit).map(({ id, url, score }) => ({ id, url, score }));
    };
    // Here the table is there at once, and a hit knows its id and address; pagefind.js has both later.
    return { table, find, describe: async (hit) => hit, search };
  };
})();
