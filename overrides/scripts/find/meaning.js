/* How the words of a question were understood, and what to ask instead of it. */
(() => {
  "use strict";
  const find = vorbild.find;
  const MOST = 8; // ways on
  const WORDS = 3; // for one that was guessed …
  const OFFERED = 2; // … and of those, as questions of their own

  const meant = ({ how }) => how !== "stop";

  /* Sentences on the words that were not simply found; on those too if the choice of terms leaves nothing (`empty`). The
     word that is still being typed may yet become another. */
  find.told = (words, { typing, empty }) => {
    const telling = typing ? words.slice(0, -1) : words;
    const silent = ({ how }) => (how === "stop" ? words.some(meant) : !empty && (how === "word" || how === "part"));
    return telling.filter((word) => !silent(word)).map((word) => find.say(`how.${word.how}`, {
      word: word.text,
      words: word.words.slice(0, WORDS).join(", "),
    }));
  };

  /* Questions near to this one: a word in place of a slip, and where `nothing` is found, leaving out a term or a word.
     Returns words, state and number of hits of each that finds something. */
  find.ways = async ({ engine, state, facets }, words, nothing) => {
    const telling = words.filter(meant);
    const asking = (question) => ({ ...state, question });
    const near = telling.filter(({ how }) => how === "near").flatMap(({ text, words: known }) => (
      known.slice(0, OFFERED).map((other) => ({
        text: find.say("instead", { other, word: text }),
        state: asking(state.question.replace(text, other)),
      }))
    ));
    const left = Object.entries(state.chosen).flatMap(([slug, terms]) => terms.map((term) => ({
      text: find.say("without", { what: (facets.term(slug, term) || { term }).term }),
      state: find.without(state, slug, term),
    })));
    const shorter = telling.map(({ text }) => ({
      text: find.say("without", { what: text }),
      state: asking(telling.filter((other) => other.text !== text).map((other) => other.text).join(" ")),
    }));
    if (telling.length > 1) shorter.push({ text: find.say("without", { what: state.question }), state: asking("") });
    const ways = [...near, ...(nothing ? [...left, ...shorter] : [])].filter((way) => find.asked(way.state));
    const counted = await Promise.all(ways.map(async (way) => {
      const { hits } = await engine.find(way.state.question, { filters: find.filters(way.state) });
      return { ...way, count: hits.filter(find.isEntry).length };
    }));
    return counted.filter(({ count }) => count).slice(0, MOST);
  };
})();
