/* The orders of hits. What has no place in one, such as municipalities, which have no day of review, comes last, and
   where two are alike, the better hit is first. */
(() => {
  "use strict";
  const text = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  /* `sort` is neu, name, the slug of a facet whose terms rise, or anything else for how well they fit. */
  vorbild.find.sorted = (hits, table, sort) => {
    const facet = table.facets.find(({ slug }) => slug === sort);
    const orders = {
      neu: (a, b) => text(table.reviewed[b], table.reviewed[a]) || text(table.started[b], table.started[a]),
      name: (a, b) => a - b, // the table has the order of the titles
      ...(facet && { [sort]: (a, b) => Math.max(-1, ...facet.values[b]) - Math.max(-1, ...facet.values[a]) }),
    };
    const order = Object.hasOwn(orders, sort) && orders[sort];
    if (!order) return hits;
    const known = hits.filter(({ entry }) => entry >= 0);
    return [...known.sort((a, b) => order(a.entry, b.entry)), ...hits.filter(({ entry }) => entry < 0)];
  };
})();
