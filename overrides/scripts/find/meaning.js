/* How the words of a question were understood, and where that leads no further, what to ask instead. */
(() => {
  "use strict";
  const find = vorbild.find;
  const GUESSED = ["near", "synonym", "pieces"];
  const MOST = 8; // ways on
  const WORDS = 3; // in place of one

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

  /* Questions near to one that finds nothing: words, state and number of hits of each that finds something. */
  find.ways = async ({ engine, state, facets }, words) => {
    const telling = words.filter(meant);
    const asking = (question) => ({ ...state, question });
    const guessed = telling.filter(({ how }) => GUESSED.includes(how)).flatMap(({ text, words: known }) => (
      known.slice(0, WORDS).map((other) => ({
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
    const ways = [...guessed, ...left, ...shorter].filter((way) => find.asked(way.state));
    const counted = await Promise.all(ways.map(async (way) => {
      const { hits } = await engine.find(way.state.question, { filters: find.filters(way.state) });
      return { ...way, count: hits.filter(find.isEntry).length };
    }));
    return counted.filter(({ count }) => count).slice(0, MOST);
  };
})();
