/* What a visitor chose, as an object in the storage of her device; the other scripts of this bundle share it. */
const visitor = {
  choices() {
    try {
      return JSON.parse(localStorage.getItem("vorbild")) || {};
    } catch {
      return {}; // forbidden or damaged: as if she had chosen nothing
    }
  },
  keep(choices) {
    try {
      localStorage.setItem("vorbild", JSON.stringify(choices));
    } catch {
      // the choice then holds for this page only
    }
  },
};
