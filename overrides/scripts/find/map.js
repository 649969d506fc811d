/* The hits as dots on the outline of the country. Dots are no links: the list beside the map says the same. */
(() => {
  "use strict";
  const find = vorbild.find;
  const RADIUS = 5.5;

  find.map = (root, list) => {
    const svg = root.querySelector("svg");
    const group = svg.querySelector("g");
    const elsewhere = root.querySelector("[data-elsewhere]");
    const [margin, west, north, across, down] = root.dataset.frame.split(" ").map(Number);
    const { width, height } = svg.viewBox.baseVal;
    let dots = new Map(); // by entry

    const place = ([longitude, latitude]) => [margin + (longitude - west) * across, margin + (north - latitude) * down];
    const inside = ([x, y]) => x > RADIUS && x < width - RADIUS && y > RADIUS && y < height - RADIUS;

    const dot = ([x, y]) => {
      const node = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      node.setAttribute("class", "dot");
      node.setAttribute("cx", x.toFixed(1));
      node.setAttribute("cy", y.toFixed(1));
      node.setAttribute("r", RADIUS);
      return node;
    };

    /* The dot of the entry that the visitor is at in the list is drawn above the others. */
    const point = (event) => {
      for (const node of group.querySelectorAll(".here")) node.classList.remove("here");
      const item = event.target.closest("[data-entry]");
      const node = item && dots.get(Number(item.dataset.entry));
      if (!node) return;
      node.classList.add("here");
      group.append(node);
    };
    list.addEventListener("focusin", point);
    list.addEventListener("pointerover", point);

    return {
      show(hits, table) {
        const known = new Map(); // by place
        dots = new Map();
        for (const { entry } of hits) {
          const where = table.points[entry] && place(table.points[entry]);
          if (!where || !inside(where)) continue;
          const key = where.map(Math.round).join(" ");
          if (!known.has(key)) known.set(key, dot(where));
          dots.set(entry, known.get(key));
        }
        group.replaceChildren(...known.values());
        svg.setAttribute("aria-label", find.plural("map_name", known.size));
        elsewhere.textContent = hits.length > dots.size ? find.plural("map_elsewhere", hits.length - dots.size) : "";
      },
    };
  };
})();
