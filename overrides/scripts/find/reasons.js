/* Why an entry is a hit: which of its words answer the question, and where it says them. */
(() => {
  "use strict";
  const BEFORE = 60; // letters of a text that are shown before the answer …
  const BEHIND = 110; // … and behind it
  const find = vorbild.find;

  const answers = (pieces) => pieces.filter(([, marked]) => marked).map(([text]) => text.toLowerCase());

  /* Pieces of a text as nodes, answers in <mark>. */
  find.marked = (pieces) => pieces.map(([text, marked]) => {
    if (!marked) return document.createTextNode(text);
    const node = document.createElement("mark");
    node.textContent = text;
    return node;
  });

  /* What stands around the first answer, cut between words. */
  const around = (pieces) => {
    const first = pieces.findIndex(([, marked]) => marked);
    const before = pieces.slice(0, first).map(([text]) => text).join("");
    const start = before.length > BEFORE ? before.indexOf(" ", before.length - BEFORE) + 1 : 0;
    const shown = start ? [["… ", false], [before.slice(start), false]] : [[before, false]];
    let room = BEHIND;
    for (const [text, marked] of pieces.slice(first)) {
      const cut = text.length > room ? text.lastIndexOf(" ", room) : text.length;
      shown.push([text.slice(0, cut), marked]);
      room -= text.length;
      if (room < 0) {
        shown.push([" …", false]);
        break;
      }
    }
    return shown;
  };

  /* The text among what a record says that has most of the answers, the first of those: its label and its pieces. */
  const best = (record, mark) => {
    let found = null;
    for (const [section, label, texts] of record.rows || []) {
      for (const text of texts) {
        const pieces = mark(text);
        const count = new Set(answers(pieces)).size;
        if (count > (found ? found.count : 0)) found = { count, label: label || section, pieces };
      }
    }
    return found;
  };

  /* A term of a facet that the record names, and other words for it that answer. */
  const named = (record, mark, terms) => {
    const said = new Set((record.rows || []).flatMap(([, , texts]) => texts));
    for (const term of terms) {
      const words = term.also.find((other) => answers(mark(other)).length);
      if (words && [term.term, ...term.also].some((label) => said.has(label))) return { ...term, words };
    }
    return null;
  };

  const byTerm = (found, mark) => found && {
    label: find.say("found_term"),
    pieces: mark(find.say("found_term_words", found)),
  };

  /* Returns why `record` is a hit beyond what title and summary show: words for the reason, and pieces of a text; null
     if there is no more to say. `many`: the question has several words, so one more place is worth it. `terms`: all of
     the facets. */
  find.reason = async (id, record, { mark, many, terms }) => {
    const above = answers([...mark(record.title), ...mark(record.summary || "")]).length;
    if (above && !many) return null;
    const own = best(record, mark);
    if (own) return { label: own.label ? find.say("found_in", { place: own.label }) : "", pieces: around(own.pieces) };
    if (above) return null;
    const here = byTerm(named(record, mark, terms), mark);
    const easy = document.documentElement.lang === "de-simple";
    if (here || (!easy && !record.easy)) return here;
    const other = await vorbild.record(id, !easy).catch(() => null);
    if (!other) return null;
    const there = best({ rows: [["", "", [other.title, other.summary]], ...(other.rows || [])] }, mark);
    if (there) return { label: find.say("found_other"), pieces: around(there.pieces) };
    return byTerm(named(other, mark, terms), mark);
  };
})();
