/* „Beispiele vergleichen“: the entries that the address names behind the #, side by side. What is chosen stands there and
   nowhere else, so it can be sent on, Back goes back, and no server gets to see it. */
(() => {
  "use strict";
  const template = document.querySelector("template[data-compare]");
  if (!template) return;
  const [form, change, told, result] = template.content.children;
  const selects = [...form.querySelectorAll("select")];
  const table = result.querySelector("table");
  const same = result.querySelector("[data-same]");
  const control = document.querySelector("a[data-language]");
  const { title } = document;
  const { say } = vorbild;
  const names = new Map(); // titles by id
  let current = ""; // what is chosen, as the address has it

  /* What is compared, in the order of the page: each row with its label, still without values. */
  const fields = [...table.tBodies[0].rows].map((row) => ({ key: row.dataset.key, prose: "prose" in row.dataset, row }));
  const element = (name, content = "", attributes = {}) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(content);
    return made;
  };

  /* Texts of one value: one as it is, several as paragraphs or as points. */
  const filled = (holder, texts, prose) => {
    if (!texts) holder.append(element("span", say("unknown"), { className: "soft" }));
    else if (texts.length === 1) holder.append(texts[0]);
    else if (prose) holder.append(...texts.map((text) => element("p", text)));
    else {
      const list = element("ul");
      list.append(...texts.map((text) => element("li", text)));
      holder.append(list);
    }
    return holder;
  };
  const alike = (all) => new Set(all.map((texts) => JSON.stringify([...(texts || [])].sort()))).size === 1;

  const head = (record) => {
    const link = element("a", record.title, { href: vorbild.root + record.url });
    if (record.language) link.hreflang = record.language;
    const cell = element("th", link, { scope: "col" });
    if (record.place) cell.append(" ", element("span", record.place, { className: "sign" }));
    return cell;
  };

  const veil = () => {
    const only = result.querySelector(":checked").value === "different";
    same.hidden = only || !same.querySelector("dl").children.length;
  };

  /* Fills the table with what differs and the list with what does not; returns how many there are of each. */
  const draw = (records) => {
    const said = records.map(({ rows }) => new Map(rows.map(([, , texts, key]) => [key, texts])));
    const rows = [];
    const facts = [];
    for (const { key, prose, row } of fields) {
      const all = said.map((own) => own.get(key));
      if (!all.some(Boolean)) continue;
      const label = row.cells[0].cloneNode(true);
      if (alike(all)) {
        const fact = element("div");
        const term = element("dt");
        term.append(...label.childNodes);
        fact.append(term, filled(element("dd"), all[0], prose));
        facts.push(fact);
        continue;
      }
      const cells = all.map((texts) => filled(element("td"), texts, prose));
      cells.forEach((cell, number) => { cell.dataset.label = records[number].title; });
      const line = element("tr", label);
      line.append(...cells);
      rows.push(line);
    }
    table.tHead.rows[0].replaceChildren(table.tHead.rows[0].cells[0], ...records.map(head));
    table.tBodies[0].replaceChildren(...rows);
    table.hidden = !rows.length;
    same.querySelector("dl").replaceChildren(...facts);
    veil();
    return { different: rows.length, same: facts.length };
  };

  /* The form, the address of the other language and the title of the page say what is chosen. */
  const mark = (chosen, titles) => {
    selects.forEach((select, number) => {
      const remove = select.nextElementSibling;
      select.value = chosen[number] || "";
      remove.hidden = !chosen[number];
      remove.lastElementChild.textContent = names.get(chosen[number]);
    });
    current = chosen.join();
    control.hash = current;
    document.title = chosen.length > 1 ? `${say("document", { titles })} – ${title}` : title;
  };

  const offer = (open) => {
    form.hidden = !open;
    change.hidden = open;
  };

  const show = async () => {
    const asked = vorbild.ids();
    if (!asked) { // a link within the page was followed
      history.replaceState(null, "", `#${current}`);
      return;
    }
    const known = asked.filter((id) => names.has(id));
    const chosen = known.slice(0, selects.length);
    const titlesOf = (ids) => ids.map((id) => names.get(id) || id).join(", ");
    const titles = titlesOf(chosen);
    const left = { gone: asked.filter((id) => !names.has(id)), many: known.slice(selects.length) };
    const notes = Object.keys(left).filter((word) => left[word].length)
      .map((word) => say(word, { titles: titlesOf(left[word]) }));
    mark(chosen, titles);
    let sums = {};
    if (chosen.length > 1) {
      const records = await Promise.all(chosen.map((id) => vorbild.record(id)));
      if (current !== chosen.join()) return; // she went on meanwhile
      sums = draw(records);
    }
    result.hidden = chosen.length < 2;
    if (result.hidden) offer(true);
    told.textContent = [say(["none", "one"][chosen.length] || "done", { titles, ...sums }), ...notes].join("\n");
  };
  const failed = () => {
    result.hidden = true;
    told.textContent = say("failed");
  };
  const choose = () => {
    const ids = [...new Set(selects.map(({ value }) => value).filter(Boolean))].join();
    if (ids === location.hash.slice(1)) show().catch(failed);
    else location.hash = ids;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  for (const select of selects) {
    select.nextElementSibling.addEventListener("click", () => {
      select.value = "";
      select.focus();
      choose();
    });
  }
  result.addEventListener("change", veil);
  result.querySelector("[data-print]").addEventListener("click", () => print());
  addEventListener("hashchange", () => show().catch(failed));

  const fill = (titles) => {
    for (const select of selects) {
      for (const group of select.querySelectorAll("optgroup")) {
        const shown = ([, name, place]) => (place && !name.includes(place) ? `${name}, ${place}` : name);
        group.append(...titles[group.dataset.kind].map((one) => new Option(shown(one), one[0])));
      }
    }
    for (const [id, name] of Object.values(titles).flat()) names.set(id, name);
  };
  document.querySelector("[data-fallback]").remove();
  template.replaceWith(template.content);
  change.firstElementChild.addEventListener("click", () => {
    offer(true);
    selects[0].focus();
  });
  // whoever follows the address of a comparison comes to see that, and may ask for the form
  vorbild.titles().then(fill).then(show).then(() => offer(result.hidden)).catch(failed);
})();
