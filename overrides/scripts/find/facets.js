/* The facets as a form: what is chosen in them, and how many hits each term would leave. */
(() => {
  "use strict";
  const find = vorbild.find;

  /* `root` holds <details data-facet>; `changed` is called when the visitor changes one. */
  find.facets = (root, changed) => {
    const groups = new Map([...root.querySelectorAll("[data-facet]")].map((details) => {
      const inputs = [...details.querySelectorAll("input[value]")];
      return [details.dataset.facet, {
        details,
        inputs,
        every: details.querySelector("[data-every]"),
        name: details.querySelector("summary span > span").textContent,
        // How many there are in all is what the page came with.
        counts: inputs.map((input) => input.parentElement.querySelector(".n").textContent),
      }];
    }));
    root.addEventListener("change", (event) => changed(event.target));

    const label = (input) => input.parentElement.querySelector("span > span").textContent;
    const described = (group, input) => ({
      facet: group.name,
      term: label(input),
      also: (input.dataset.also || "").split("; ").filter(Boolean),
    });
    const number = (node, count) => {
      node.textContent = count ? find.say("chosen", { count }) : "";
    };

    return {
      slugs: [...groups.keys()],

      /* Names of a facet and a term of it, and other words for that; null if the page does not have it. */
      term(slug, value) {
        const group = groups.get(slug);
        const input = group && group.inputs.find((one) => one.value === value);
        return input ? described(group, input) : null;
      },
      terms: [...groups.values()].flatMap((group) => group.inputs.map((input) => described(group, input))),

      chosen() {
        const values = ({ inputs }) => inputs.filter(({ checked }) => checked).map(({ value }) => value);
        const all = [...groups].map(([slug, group]) => [slug, values(group)]);
        return Object.fromEntries(all.filter(([, terms]) => terms.length));
      },
      every: () => [...groups].filter(([, { every }]) => every && every.checked).map(([slug]) => slug),

      show({ chosen, every }) {
        for (const [slug, group] of groups) {
          const terms = chosen[slug] || [];
          for (const input of group.inputs) input.checked = terms.includes(input.value);
          if (group.every) group.every.checked = every.includes(slug);
          if (terms.length) group.details.open = true;
          number(group.details.querySelector("[data-number]"), terms.length);
        }
        number(document.querySelector("[popovertarget=eingrenzen] [data-number]"), Object.values(chosen).flat().length);
      },

      /* `counted`: slug of facet → slug of term → number; null for all there are. */
      count(counted) {
        for (const [slug, { inputs, counts }] of groups) {
          inputs.forEach((input, at) => {
            const count = counted ? (counted[slug] || {})[input.value] || 0 : null;
            input.parentElement.querySelector(".n").textContent = counted ? `(${find.number(count)})` : counts[at];
            input.parentElement.classList.toggle("none", count === 0);
          });
        }
      },
    };
  };
})();
