/* The table of all practices, by which pages filter, count and sort: `facets` with their terms, and for each practice
   the places of its terms. */
(() => {
  "use strict";
  const unpack = (table) => {
    for (const facet of table.facets) {
      facet.values = facet.values.split(",").map((own) => (own ? own.split(".").map(Number) : []));
    }
    table.url = (slug) => table.page.replace("{}", slug);
    return table;
  };

  vorbild.table = (root = vorbild.root) => vorbild.load(root, vorbild.files.table, "table").then(
    (table) => (table.url ? table : unpack(table)),
  );

  /* Which terms of a facet are asked for: `wanted` holds slugs of terms, or ids; an `all` in it asks for all of them. */
  const places = (facet, wanted) => {
    const list = Array.isArray(wanted) ? wanted : wanted.all || wanted.any || [wanted];
    return list.map((one) => Math.max(facet.slugs.indexOf(String(one)), facet.ids.indexOf(String(one))));
  };

  /* A test for practices by number: does it have what `filters` asks for? Keys are slugs of facets, or their fields;
     a term that does not exist is had by none. */
  vorbild.filter = (table, filters = {}) => {
    const tests = Object.entries(filters).flatMap(([key, wanted]) => {
      const facet = table.facets.find(({ slug, field }) => slug === key || field === key);
      if (!facet) return [() => false];
      const asked = places(facet, wanted);
      if (!asked.length) return [];
      const has = (entry) => (place) => facet.values[entry].includes(place);
      return [(entry) => (wanted.all ? asked.every(has(entry)) : asked.some(has(entry)))];
    });
    return (entry) => tests.every((test) => test(entry));
  };
})();
