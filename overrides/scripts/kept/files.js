/* What a visitor takes away from her list: a text, a table, a letter, an address. `items` are the records of the list in
   its order; one that could not be loaded has a title only. */
const takeaway = (() => {
  "use strict";
  const { say } = vorbild;
  const LONGEST = 1900; // letters of a mailto: address that every mail program takes
  const here = location.href.split("#")[0];
  const canonical = document.querySelector("link[rel=canonical]");
  // The page on the web; '' for an edition in a folder whose site has no address: a path on this device helps nobody.
  const web = location.protocol === "file:" ? (canonical ? canonical.href : "") : here;
  const site = web.slice(0, web.length - (here.length - vorbild.root.length));

  const address = ({ url }) => (web && url ? site + url : "");
  const shared = (ids) => (web ? `${web}#${ids.join()}` : "");
  const named = ({ title, place }) => [title, place].filter(Boolean).join(", ");
  const facts = ({ meta = [] }) => meta.map(([, text]) => text).join("; ");
  const lines = (parts, end) => parts.filter(Boolean).join(end);

  const text = (items) => {
    const told = items.map((item, number) => lines(
      [`${number + 1}. ${named(item)}`, item.summary, facts(item), address(item)], "\n",
    ));
    return `${[document.title, ...told].join("\n\n")}\n`;
  };

  /* Values between semicolons, as German spreadsheets read them; none of them is a formula. */
  const table = (items) => {
    const cell = (value = "") => `"${value.trim().replace(/^[=+@-]/, "'$&").replace(/"/g, '""')}"`;
    const rows = items.map((item) => [item.title, item.place, item.field, item.summary, facts(item), address(item)]);
    return `\ufeff${[say("columns").split(";"), ...rows].map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
  };

  /* The address of a letter: as many entries as it bears, then how many there are besides, and where. */
  const letter = (items, ids) => {
    const subject = say("subject", { site: document.querySelector(".brand b").textContent });
    const whole = shared(ids);
    const end = whole && whole.length < LONGEST / 2 ? say("whole", { address: whole }) : "";
    for (let count = items.length; ; count--) {
      const left = items.length - count;
      const told = items.slice(0, count).map((item) => lines([named(item), address(item)], "\r\n"));
      const body = lines([...told, left ? say("more", { count: left }) : "", end], "\r\n\r\n");
      const made = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
      if (made.length <= LONGEST || !count) return made;
    }
  };

  const save = (ending, type, content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    link.download = `${say("file")}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  };

  return { address, letter, save, shared, table, text };
})();
