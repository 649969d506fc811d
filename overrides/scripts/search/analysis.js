/* Words as the index knows them: the same as plugins/vorbild/language/analysis.py, to the letter. A test compares them. */
(() => {
  "use strict";
  const SEAMS = "\\-\u00ad\u00b7\u2010\u2011\u2022\u2219\u22c5";
  const LETTERS = "[\\p{L}\\p{N}]+";
  const WORD = new RegExp(`\\d{1,3}(?:\\.\\d{3})+(?!\\d)|${LETTERS}(?:[${SEAMS}]${LETTERS})*`, "gu");
  const JOINTS = new RegExp(`[${SEAMS}.]`);

  /* The words of a text, each with its place. */
  const words = (text) => [...text.matchAll(WORD)].map((match) => ({ text: match[0], at: match.index }));

  const fold = (word) => word.split(JOINTS).join("").toLowerCase().replace(/ß/g, "ss").normalize("NFD")
    .replace(/\p{M}/gu, "").replace(/([aeq])?ue|([ao])e/g, (all, kept, vowel) => (kept ? all : vowel || "u"));

  const stem = (folded) => lunr.de.stemmer(folded);

  /* A text in pieces, [words, whether they are an answer]. `answer` tells of a word where in it the answer stands, from
     and to, or nothing. */
  const cut = (text, answer) => {
    const pieces = [];
    let last = 0;
    const push = (end, marked) => {
      if (end > last) pieces.push([text.slice(last, end), marked]);
      last = end;
    };
    for (const word of words(text)) {
      const found = answer(word.text);
      if (!found) continue;
      push(word.at + found[0], false);
      push(word.at + found[1], true);
    }
    push(text.length, false);
    return pieces;
  };

  /* Which letters a folded word has, as bits; and in how many bits two such signs differ. */
  const letters = (folded) => {
    let sign = 0;
    for (let at = 0; at < folded.length; at++) sign |= 1 << (folded.charCodeAt(at) & 31);
    return sign;
  };
  const differing = (a, b) => {
    let bits = a ^ b;
    let count = 0;
    for (; bits; count++) bits &= bits - 1;
    return count;
  };

  vorbild.analysis = { JOINTS, cut, differing, fold, letters, stem, words };
})();
