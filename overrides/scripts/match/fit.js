/* How „Passt das zu uns?“ ranks the practices of the table: the rule of case_studies/matching.yml, and nothing else.
   Points are added up; between equals the better proven comes first, then the order of the table, which is that of the
   titles. Nothing here touches the page. */
(() => {
  "use strict";
  const FITS = 0, PARTLY = 1, AGAINST = 2;
  /* Which points an outcome gives; „unknown“ gives none. */
  const POINTS = { fits: FITS, partly: PARTLY, wider: PARTLY, narrower: PARTLY, against: AGAINST };

  const above = ({ broader = [] }, place) => {
    const found = [];
    for (let up = broader[place]; up >= 0 && !found.includes(up); up = broader[up]) found.push(up);
    return found;
  };

  /* What a practice's own terms are to those of the town: outcomes with the terms they are about. The first one counts. */
  const ways = {
    near({ scale }, own, asked) {
      const same = own.filter((place) => asked.includes(place));
      if (same.length) return [["fits", same]];
      const beside = (one, other) => scale[one] >= 0 && scale[other] >= 0 && Math.abs(scale[one] - scale[other]) === 1;
      const near = own.filter((place) => asked.some((other) => beside(place, other)));
      return near.length ? [["partly", near]] : [["against", own]];
    },
    shared(criterion, own, asked) {
      const same = own.filter((place) => asked.includes(place));
      if (same.length) return [["fits", same]];
      const wider = own.filter((place) => asked.some((other) => above(criterion, other).includes(place)));
      if (wider.length) return [["wider", wider]];
      const narrower = own.filter((place) => above(criterion, place).some((other) => asked.includes(other)));
      return narrower.length ? [["narrower", narrower]] : [["against", own]];
    },
    limit: (_, own, asked) => [[Math.max(...own) <= asked[0] ? "fits" : "against", own]],
    needs(_, own, asked) {
      const there = own.filter((place) => asked.includes(place));
      const missing = own.filter((place) => !asked.includes(place));
      return [["against", missing], ["fits", there]].filter(([, places]) => places.length);
    },
  };

  /* The criteria that the profile answers, each with what was asked for: places of terms, or a number. An answer that
     is no term counts only for „needs“, where it says: nothing of all that. */
  const answered = (rule, table, profile) => rule.criteria.flatMap((criterion) => {
    const facet = table.facets.find(({ slug }) => slug === criterion.facet);
    const { slugs, values } = facet || { slugs: criterion.terms, values: criterion.values };
    const given = profile[criterion.id] || [];
    const asked = slugs
      ? given.map((value) => slugs.indexOf(value)).filter((place) => place >= 0)
      : given.map(Number).filter(Number.isFinite);
    return asked.length || (given.length && criterion.compare === "needs") ? [{ criterion, values, asked }] : [];
  });

  /* The practices in order: number in the table, points, and what to say of each, [id of the criterion, outcome, places].
     `most` is what one can reach that fits in everything. `profile` has lists of answers by the id of the criterion. */
  vorbild.fit = (rule, table, profile) => {
    const questions = answered(rule, table, profile);
    const proof = table.facets.find(({ slug }) => slug === rule.ties);
    const results = table.slugs.map((_, entry) => {
      let points = 0;
      const says = questions.flatMap(({ criterion, values, asked }) => {
        const own = values[entry];
        const outcomes = own.length ? ways[criterion.compare](criterion, own, asked) : [["unknown", []]];
        points += criterion.points[POINTS[outcomes[0][0]]] || 0;
        return outcomes.map(([outcome, places]) => [criterion.id, outcome, places]);
      });
      return { entry, points, says, proof: proof ? Math.max(-1, ...proof.values[entry]) : 0 };
    });
    results.sort((one, other) => other.points - one.points || other.proof - one.proof || one.entry - other.entry);
    return { results, most: questions.reduce((sum, { criterion }) => sum + criterion.points[FITS], 0) };
  };
})();
