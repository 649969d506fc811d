/* The panel „Darstellung“: what a visitor chooses holds at once, before the first paint of every
   page, and is kept on her device only. Without popover or without script there is no panel. */
(() => {
  "use strict";
  const template = document.querySelector("template[data-display]");
  if (!template || !("popover" in HTMLElement.prototype)) return;

  const root = document.documentElement;
  const radios = [...template.content.querySelectorAll("input")];
  const reset = template.content.querySelector("[data-reset]");

  /* Only values that the panel offers; an empty one leaves it to the device. */
  const show = (choices) => {
    for (const radio of radios) {
      const chosen = radios.some((other) => other.name === radio.name && other.value === choices[radio.name]);
      radio.checked = radio.value === (chosen ? choices[radio.name] : "");
      if (!radio.checked) continue;
      if (radio.value) root.dataset[radio.name] = radio.value;
      else delete root.dataset[radio.name];
    }
  };
  const choose = (choices) => {
    visitor.keep(choices);
    show(choices);
  };

  show(visitor.choices());
  for (const radio of radios) {
    radio.addEventListener("change", () => choose({ ...visitor.choices(), [radio.name]: radio.value }));
  }
  reset.addEventListener("click", () => choose({}));
  addEventListener("storage", () => show(visitor.choices())); // chosen in another tab
  addEventListener("pageshow", () => show(visitor.choices())); // come back to a page that was kept
  template.replaceWith(template.content);
})();
