/* How many hits each term would leave, as slug of facet → slug of term → number: of those that the question finds and
   the other facets let through; where all chosen terms are to fit, also those. */
(() => {
  "use strict";
  vorbild.find.counts = async (engine, state, typing) => {
    const table = await engine.table;
    const { hits } = await engine.find(state.question, { typing });
    const entries = hits.map(({ entry }) => entry).filter((entry) => entry >= 0);
    const all = vorbild.find.filters(state);
    return Object.fromEntries(table.facets.map((facet) => {
      const { [facet.slug]: own, ...others } = all;
      const fits = vorbild.filter(table, own && own.all ? all : others);
      const counted = Object.fromEntries(facet.slugs.map((slug) => [slug, 0]));
      for (const entry of entries.filter(fits)) {
        for (const place of facet.values[entry]) counted[facet.slugs[place]] += 1;
      }
      return [facet.slug, counted];
    }));
  };
})();
