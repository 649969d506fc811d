/* The field for a question, in the head of each page and where else it is wanted, leads to the page of the search. The
   question stands behind #: what is there stays in the browser, no server hears of it. */
(() => {
  "use strict";
  const ask = (event) => {
    event.preventDefault();
    const form = event.target;
    const question = form.querySelector("input").value.trim();
    location.href = `${form.action}#${question ? new URLSearchParams({ q: question }) : "suche"}`;
  };
  for (const template of document.querySelectorAll("template[data-seek]")) {
    for (const form of template.content.querySelectorAll("form")) form.addEventListener("submit", ask);
    template.replaceWith(template.content);
  }
})();
