/* The language a visitor chose at the switch, Alltagssprache or Leichte Sprache, is kept on her device only. Whoever
   comes to a page in the other one from outside, by a bookmark or another website, is taken to its twin before the
   first paint. A link of this site that she follows leads where it says, Back goes back, and Reload reloads. */
(() => {
  "use strict";
  const control = document.querySelector("a[data-language]");
  if (!control) return;

  const here = document.documentElement.lang;
  const bare = (address) => address.split("#")[0];

  /* Where a link of this site leads is noted only if that is not the language she chose; a new tab reads it too. */
  const follow = (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.protocol !== location.protocol || link.host !== location.host) return;
    const { followed, ...choices } = visitor.choices();
    if (link === control) choices.language = link.hreflang;
    else if (choices.language && choices.language !== (link.hreflang || here)) choices.followed = bare(link.href);
    else if (!followed) return;
    visitor.keep(choices);
  };
  addEventListener("click", follow);
  addEventListener("auxclick", follow);

  const { followed, ...choices } = visitor.choices();
  if (followed) visitor.keep(choices);
  const [visit] = performance.getEntriesByType("navigation");
  const led = followed === bare(location.href) || !visit || visit.type !== "navigate";
  const twin = control.rel === "alternate" && control.hreflang === choices.language;
  if (twin && !led) location.replace(control.href + location.hash); // what she chose, or the place on the page
})();
