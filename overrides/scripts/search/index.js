/* The index as the browser needs it, unpacked from what plugins/vorbild/render/index.py has written. */
(() => {
  "use strict";
  const { fold, letters, stem } = vorbild.analysis;
  const LAST = 62;
  const SIGNS = [];
  for (let code = 33; code < 127; code++) {
    if (code !== 34 && code !== 92) SIGNS.push(code);
  }
  const VALUES = new Uint8Array(128);
  SIGNS.forEach((code, value) => (VALUES[code] = value));

  /* The numbers of a text, each of one or more signs. */
  const numbers = (text) => {
    const found = [];
    for (let at = 0; at < text.length; at++) {
      let number = 0;
      let scale = 1;
      let value = VALUES[text.charCodeAt(at)];
      while (value >= LAST) {
        number += value * scale;
        scale *= SIGNS.length - LAST;
        value = VALUES[text.charCodeAt(++at)];
      }
      found.push(number + value * scale);
    }
    return found;
  };

  /* The words as they are written, with | at their seams. */
  const front = (text) => {
    let last = "";
    return text.split(" ").map((coded) => {
      const sign = VALUES[coded.charCodeAt(0)];
      last = last.slice(0, sign >> 1) + coded.slice(1);
      return sign % 2 ? last[0].toUpperCase() + last.slice(1) : last;
    });
  };

  /* Every run of neighbouring parts that is not the whole word, with the letters where it stands. */
  const runs = (written) => {
    const parts = written.split(/[|-]/);
    const starts = [0];
    for (const part of parts) starts.push(starts[starts.length - 1] + part.length);
    const found = [];
    for (let from = 0; from < parts.length; from++) {
      for (let to = from + 1; to <= parts.length; to++) {
        if (to - from < parts.length) {
          found.push({ text: parts.slice(from, to).join(""), from: starts[from], to: starts[to] });
        }
      }
    }
    return found;
  };

  const unpack = (data) => {
    const written = front(data.words);
    const folded = written.map((word) => fold(word.replace(/\|/g, "")));
    const terms = new Map();
    const parts = new Map();
    folded.forEach((word, id) => terms.set(stem(word), id));
    written.forEach((word, id) => {
      if (!/[|-]/.test(word)) return;
      for (const { text, from, to } of runs(word)) {
        const term = stem(fold(text));
        if (term.length < 2) continue;
        if (!parts.has(term)) parts.set(term, []);
        parts.get(term).push({ id, from, to });
      }
    });
    const inflections = new Map();
    for (const stems of data.inflections.map((set) => set.split(" "))) {
      const ids = stems.map((term) => terms.get(term)).filter((id) => id !== undefined);
      for (const term of stems) inflections.set(term, [...(inflections.get(term) || []), ...ids]);
    }
    const counts = numbers(data.counts);
    const starts = new Uint32Array(counts.length + 1);
    counts.forEach((count, id) => (starts[id + 1] = starts[id] + count));
    const documents = Uint32Array.from(numbers(data.gaps));
    for (let id = 0; id < counts.length; id++) {
      for (let at = starts[id], before = -1; at < starts[id + 1]; at++) before = documents[at] += before + 1;
    }
    const lengths = numbers(data.lengths);
    /* Stems of words and of parts with the letters they have: what a slip may have meant. Made when it is needed. */
    let known;
    const near = () => {
      if (known) return known;
      const of = (other, word, id) => ({ id, other, sign: letters(other), word, wordSign: letters(word) });
      known = [...terms].map(([term, id]) => of(term, folded[id], id));
      for (const term of parts.keys()) {
        if (!terms.has(term)) known.push(of(term, term));
      }
      return known;
    };
    return {
      near,
      written,
      folded,
      terms,
      parts,
      inflections,
      sorted: [...terms.keys()].sort(),
      stops: new Set(data.stops),
      synonyms: data.synonyms,
      others: data.others,
      starts,
      documents,
      levels: Uint16Array.from(numbers(data.levels)),
      lengths,
      average: lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1),
    };
  };

  vorbild.unpackIndex = unpack;
})();
