/* What a question asks for: for each of its words, the words of the index that it may mean, and how surely. */
(() => {
  "use strict";
  const { JOINTS, differing, fold, letters, stem, words } = vorbild.analysis;
  /* How much it counts if a text has, in place of the word itself, … */
  const FORM = 0.5; // another form of it: ging for gehen
  const PART = 0.4; // a longer word with it: Rollstuhlrampe for Rampe
  const SYNONYM = 0.5; // a word that means the same
  const NEAR = 0.6; // a word that it may be a slip of
  const FAMILY = 0.3; // a word with the same beginning: Protest for protestieren
  const PIECE = 0.3; // a part of it: Rampe for Rollstuhlrampe
  const STEM = 4; // letters that make a beginning worth anything
  const TYPED = 2; // the same, for a word that is still being typed
  const KNOWN = 3; // the shortest part of a word

  /* Slips that are forgiven in a word of so many letters. */
  const forgiven = (length) => (length < 5 ? 0 : length < 9 ? 1 : 2);

  /* Number of letters to add, leave out, change or swap (Damerau and Levenshtein); more than `most` is `most` + 1. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let [i, j] = [a.length, b.length];
    while (i > start && j > start && a[i - 1] === b[j - 1]) [i, j] = [i - 1, j - 1];
    return steps(a.slice(start, i), b.slice(start, j), most);
  };
  const steps = (a, b, most) => {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, place) => place);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  };

  /* Words of the index by number, with the best weight that they were found with; part: where in the word it is. */
  class Members extends Map {
    add(id, weight, part) {
      const known = this.get(id);
      if (!known || known.weight < weight) this.set(id, { weight, part: part || (known && known.part) });
    }
  }

  const withBeginning = (index, beginning) => {
    const { sorted } = index;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < sorted.length && sorted[low].startsWith(beginning)) found.push(sorted[low++]);
    return found;
  };

  const addParts = (index, term, weight, members) => {
    for (const { id, from, to } of index.parts.get(term) || []) members.add(id, weight, [from, to]);
  };

  const isKnown = (index, term) => index.terms.has(term) || index.parts.has(term);

  /* The parts of a word that is no word of the index: at its hyphens, else the two that the index knows, if any. */
  const pieces = (index, text, folded) => {
    const typed = text.split(JOINTS).map((part) => stem(fold(part))).filter((term) => isKnown(index, term));
    if (typed.length) return typed;
    for (let at = KNOWN; at <= folded.length - KNOWN - 1; at++) {
      const both = [stem(folded.slice(0, at)), stem(folded.slice(at))];
      if (both[0].length >= KNOWN && both.every((term) => isKnown(index, term))) return both;
    }
    return [];
  };

  /* The fewest slips between a word and another, each given with its letters; Infinity if too many. */
  const slips = (word, sign, other, otherSign, most) => {
    // Each slip changes two letters at most; that rules out nearly all words without comparing them.
    if (differing(sign, otherSign) > 2 * most) return Infinity;
    const found = distance(word, other, most);
    return found > most ? Infinity : found;
  };

  const addNear = (index, { folded, term, members }) => {
    const [asked, askedTerm] = [letters(folded), letters(term)];
    const most = forgiven(folded.length);
    if (!most) return;
    for (const { id, other, sign, word, wordSign } of index.near()) {
      const least = Math.min(slips(term, askedTerm, other, sign, most), slips(folded, asked, word, wordSign, most));
      const weight = NEAR / Math.max(1, least);
      if (!weight) continue;
      if (id === undefined) addParts(index, other, PART * weight, members);
      else members.add(id, weight);
    }
  };

  /* Other forms of a word that have a stem of their own; the s of Bus is two in Busse. */
  const formsOf = (index, term) => {
    const doubled = term.endsWith("ss") ? term.slice(0, -1) : `${term}s`;
    const other = term.endsWith("s") ? index.terms.get(doubled) : undefined;
    return [...(index.inflections.get(term) || []), ...(other === undefined ? [] : [other])];
  };

  /* One word of a question. */
  const one = (index, text, typing) => {
    const folded = fold(text);
    if (index.stops.has(folded)) return { text, how: "stop", members: new Members() };
    const term = stem(folded);
    const members = new Members();
    const own = index.terms.get(term);
    if (own !== undefined) members.add(own, 1);
    for (const id of formsOf(index, term)) members.add(id, FORM);
    let how = members.size ? "word" : "none";
    addParts(index, term, PART, members);
    if (how === "none" && members.size) how = "part";
    return { text, folded, term, how, members, typing };
  };

  const addFamily = (index, { folded, term, members, typing }) => {
    if (typing && folded.length >= TYPED) {
      for (const other of withBeginning(index, folded)) members.add(index.terms.get(other), SYNONYM);
    }
    if (term.length < STEM) return;
    for (const other of withBeginning(index, term)) members.add(index.terms.get(other), FAMILY);
    for (let end = STEM; end < term.length; end++) {
      const id = index.terms.get(term.slice(0, end));
      if (id !== undefined) members.add(id, FAMILY);
    }
  };

  /* Gives the words of a question the terms that mean the same: a run of words for a term of several. */
  const addSynonyms = (index, asked) => {
    const startsAt = (term) => asked.findIndex((_, at) => term.every((one, step) => (asked[at + step] || {}).term === one));
    for (const [terms, finds] of index.synonyms) {
      for (const own of terms) {
        const word = asked[startsAt(own)];
        if (!word) continue;
        for (const other of [...terms, ...finds]) {
          const ids = other.map((term) => index.terms.get(term));
          if (other === own || (other.length > 1 && ids.includes(undefined))) continue;
          if (other.length > 1) word.phrases.push(ids);
          else if (ids[0] !== undefined) word.members.add(ids[0], SYNONYM);
          if (other.length === 1) addParts(index, other[0], PART * SYNONYM, word.members);
        }
        if (word.how === "none" && (word.members.size || word.phrases.length)) word.how = "synonym";
      }
    }
  };

  const addPieces = (index, { text, folded, members }) => {
    const found = pieces(index, text, folded);
    for (const term of found) {
      if (index.terms.has(term)) members.add(index.terms.get(term), PIECE);
      addParts(index, term, PIECE * PART, members);
    }
    return found.length > 0;
  };

  /* `typing`: the last word may be unfinished. */
  vorbild.understand = (index, question, typing) => {
    const found = words(question.normalize("NFC"));
    const asked = found.map(({ text }, at) => ({ ...one(index, text, typing && at === found.length - 1), phrases: [] }));
    const telling = asked.filter(({ how }) => how !== "stop");
    addSynonyms(index, telling);
    for (const word of telling) {
      addFamily(index, word);
      if (word.how !== "none" && !JOINTS.test(word.text)) continue;
      if (addPieces(index, word)) word.how = word.how === "none" ? "pieces" : word.how;
      if (word.how === "none") addNear(index, word);
      if (word.how === "none" && word.members.size) word.how = "near";
    }
    return asked;
  };
})();
