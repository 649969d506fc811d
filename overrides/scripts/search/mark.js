/* Why a text was found: which of its words, or which part of a word, answer the question; and what the question meant. */
(() => {
  "use strict";
  const { JOINTS, cut, fold, stem } = vorbild.analysis;
  const plain = (word) => word.split(JOINTS).join("").toLowerCase();
  const shown = (written) => written.replace(/\|/g, "");

  /* How the words of a question were understood: `how`, and the words of the index that stand for them, nearest first. */
  vorbild.told = (index, asked) => asked.map(({ text, how, members }) => {
    const best = [...members].sort(([, a], [, b]) => b.weight - a.weight).slice(0, 5);
    return { text, how, words: best.map(([id]) => shown(index.written[id])) };
  });

  /* Where in `word`, as it stands in a text, the letters `from` to `to` are, counted without seams. */
  const place = (word, from, to) => {
    const at = [];
    for (let i = 0; i < word.length; i++) {
      if (!JOINTS.test(word[i])) at.push(i);
    }
    return [at[from], at[to - 1] + 1];
  };

  /* Returns a function that cuts a text into pieces, [words, whether they are an answer]. */
  vorbild.marker = (index, asked) => {
    const sought = new Map();
    for (const { members, phrases } of asked) {
      for (const [id, { part, weight }] of members) {
        const known = sought.get(id);
        if (!known || known.weight < weight) sought.set(id, { part, weight });
      }
      for (const id of phrases.flat()) sought.set(id, { weight: 1 });
    }
    return (text) => cut(text, (word) => {
      const folded = fold(word);
      const id = index.stops.has(folded) ? undefined : index.terms.get(stem(folded));
      if (!sought.has(id)) return null;
      const { part } = sought.get(id);
      const known = plain(shown(index.written[id]));
      if (!part || !plain(word).startsWith(known.slice(0, part[0]))) return [0, word.length];
      return place(word, part[0], part[1] >= known.length ? plain(word).length : part[1]);
    });
  };
})();
