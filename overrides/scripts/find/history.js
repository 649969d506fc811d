/* The address follows what the visitor asks for: while she types, in place; with every choice as a step to go back to. */
(() => {
  "use strict";
  const find = vorbild.find;
  const bare = () => location.href.split("#")[0];

  /* `facets`: their slugs. `moved` is called with the state of a step that she went to, and what was kept with it. */
  find.history = (facets, moved) => {
    let settled = ""; // the address of the last step, without what was typed since
    const isState = (hash) => !hash || hash.includes("="); // else a place on the page
    const here = () => {
      settled = isState(location.hash) ? location.hash : settled;
      return find.read(settled, facets);
    };
    addEventListener("popstate", (event) => {
      if (isState(location.hash)) moved(here(), event.state || {});
    });

    return {
      here,
      typed(state) {
        history.replaceState(null, "", find.write(state) || bare());
      },
      step(state) {
        const address = find.write(state);
        if (address === settled) return;
        // What was typed becomes a step of its own: the one before it gets its address back.
        if (address === location.hash) history.replaceState(null, "", settled || bare());
        history.pushState(null, "", address || bare());
        settled = address;
      },
      /* For those who come back from another page. */
      keep(kept) {
        history.replaceState(kept, "");
      },
    };
  };
})();
