/* A kept entry as a card, drawn from its record. */
const keptCard = (() => {
  "use strict";
  const pattern = document.querySelector("template[data-list]").content.querySelector("li.card");
  const drawings = document.querySelector("template[data-drawings]");
  const drawing = (kind, name) => {
    const all = [...drawings.content.querySelectorAll(`[data-${kind}]`)];
    return (all.find((one) => one.dataset[kind] === name) || all[0]).firstElementChild.cloneNode(true);
  };

  const fact = ([icon, text]) => {
    const item = document.createElement("li");
    item.append(drawing("icon", icon), text);
    return item;
  };

  /* The card of `id`; what could not be loaded says so, under the title that it had when it was kept. */
  return async (id, title) => {
    const record = await vorbild.record(id).catch(() => ({ title, summary: vorbild.say("gone") }));
    const card = pattern.cloneNode(true);
    const part = (selector) => card.querySelector(selector);
    const link = part("h3 a");
    link.textContent = record.title;
    part("[data-summary]").textContent = record.summary;
    part(".kick").hidden = !record.place;
    part(".sign").textContent = record.place;
    part("[data-field]").textContent = record.field;
    part(".meta").replaceChildren(...(record.meta || []).map(fact));
    part("[data-address]").textContent = takeaway.address(record);
    if (record.url) {
      const picture = drawing("pictogram", record.pictogram);
      picture.classList.replace("t-sun", `t-${record.tint}`);
      part(".picture").replaceWith(picture);
      link.href = vorbild.root + record.url;
      if (record.language) link.hreflang = record.language;
    } else {
      link.replaceWith(record.title);
      part(".picture").remove();
      part("label").remove();
    }
    for (const name of card.querySelectorAll(".btns .vh")) name.textContent = record.title;
    return { id, record, card };
  };
})();
