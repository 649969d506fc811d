/* Why a text was found, as far as its own letters tell: a word with the stem of one that is asked for, or a longer word
   with the letters of one in it. (mark.js knows more, from the whole index.) */
(() => {
  "use strict";
  const { cut, fold, stem } = vorbild.analysis;
  const SHORTEST = 4; // letters that are no accident in a longer word

  /* Where in `word` its folded letters `from` to `to` stand: seams, accents and ß make the two differ in length. */
  const place = (word, from, to) => {
    const lengths = Array.from({ length: word.length + 1 }, (_, end) => fold(word.slice(0, end)).length);
    const start = lengths.filter((length) => length <= from).length - 1;
    return [start, lengths.findIndex((length, end) => end > start && length >= to)];
  };

  /* Where in `word` what is asked for stands, if anywhere: `stems` of whole words, or `parts`. What follows a part is
     marked too if it is no more than an ending. */
  const answer = (word, stems, parts) => {
    const folded = fold(word);
    if (stems.has(stem(folded))) return [0, word.length];
    const part = parts.find((letters) => folded.includes(letters));
    if (!part) return null;
    const from = folded.indexOf(part);
    const ends = stems.has(stem(folded.slice(from)));
    return place(word, from, ends ? folded.length : from + part.length);
  };

  /* Returns a function that cuts a text into pieces, [words, whether they are an answer]; `asked` are folded words. */
  vorbild.letterMarker = (asked) => (text) => {
    const stems = new Set(asked.map(stem));
    const parts = [...asked, ...stems].filter(({ length }) => length >= SHORTEST);
    return cut(text, (word) => answer(word, stems, parts));
  };
})();
