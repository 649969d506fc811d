/* Sheets that open over the page (menu, contents, filter, Darstellung): opening one puts the focus into it,
   leaving it by keyboard closes it, so that the focus is never behind it. Without script they open and close too. */
(() => {
  "use strict";
  for (const sheet of document.querySelectorAll("[popover]")) {
    sheet.addEventListener("toggle", (event) => {
      if (event.newState === "open") sheet.querySelector("button").focus();
    });
    sheet.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && !sheet.contains(next) && sheet.matches(":popover-open")) sheet.hidePopover();
    });
  }
})();
