/* The profile of a town: lists of answers by the id of the question, in the form, as the fragment of an address (which
   no browser sends to a server), and kept on the device when she asks for it. */
(() => {
  "use strict";
  const KEY = "vorbild.profil";

  vorbild.profile = {
    read(form) {
      const profile = {};
      for (const [id, value] of new FormData(form)) if (value) (profile[id] ||= []).push(value);
      return profile;
    },
    write(form, profile) {
      for (const control of form.elements) {
        if (!control.name) continue;
        const values = profile[control.name] || [];
        if (control.type === "checkbox") control.checked = values.includes(control.value);
        else if (control.type === "radio") control.checked = control.value === (values[0] || "");
        else control.value = values[0] || "";
      }
    },
    /* Answers are slugs and numbers: nothing in them needs to be escaped. */
    address: (profile) => Object.entries(profile).map(([id, values]) => `${id}=${values.join(",")}`).join("&"),
    parse(address) {
      const pairs = [...new URLSearchParams(address)].filter(([, value]) => value);
      return Object.fromEntries(pairs.map(([id, value]) => [id, value.split(",")]));
    },
    kept() {
      try {
        return localStorage.getItem(KEY);
      } catch {
        return null; // forbidden: as if nothing were kept
      }
    },
    /* Keep an address, or forget it for null; false if the browser does not allow it. */
    keep(address) {
      try {
        if (address === null) localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, address);
        return true;
      } catch {
        return false;
      }
    },
  };
})();
