/* Words as the index knows them: the same as plugins/vorbild/language/analysis.py, to the letter. A test compares them. */
(() => {
  "use strict";
  const SEAMS = "\\-\u00ad\u00b7\u2010\u2011\u2022\u2219\u22c5";
  const LETTERS = "[\\p{L}\\p{N}]+";
  const WORD = new RegExp(`\\d{1,3}(?:\\.\\d{3})+(?!\\d)|${LETTERS}(?:[${SEAMS}]${LETTERS})*`, "gu");
  const JOINTS = new RegExp(`[${SEAMS}.]`, "g");

  /* The words of a text, each with its place. */
  const words = (text) => [...text.matchAll(WORD)].map((match) => ({ text: match[0], at: match.index }));

  const fold = (word) => word.replace(JOINTS, "").toLowerCase().replace(/ß/g, "ss").normalize("NFD")
    .replace(/\p{M}/gu, "").replace(/([aeq])?ue|([ao])e/g, (all, kept, vowel) => (kept ? all : vowel || "u"));

  const stem = (folded) => lunr.de.stemmer(folded);

  vorbild.analysis = { JOINTS, fold, stem, words };
})();
