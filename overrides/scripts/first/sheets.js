/* Sheets that open over the page (menu, contents, filter, Darstellung): opening one puts the focus into it,
   leaving it by keyboard closes it, so that the focus is never behind it. Without script they open and close too.
   The document listens, for some sheets are put in place later. */
(() => {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;
  const opened = ({ target, newState }) => {
    if (newState === "open" && target.matches("[popover]")) target.querySelector("button").focus();
  };
  document.addEventListener("toggle", opened, true); // it does not bubble
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const sheet = target.closest(":popover-open");
    // A click on its ground gives the focus to what holds it.
    const left = sheet && relatedTarget && !sheet.contains(relatedTarget) && !relatedTarget.contains(sheet);
    if (left) sheet.hidePopover();
  });
})();
