/* What one can do with a profile beside reading its results: copy its address, keep it on the device, forget it. */
(() => {
  "use strict";
  /* Makes the buttons of the form work, `say` tells what happened; returns what shows the profile of now. */
  vorbild.sharing = (form, say) => {
    const { profile } = vorbild;
    const part = (name) => form.querySelector(`[data-part="${name}"]`);
    const [address, copy, keep, forget] = ["address", "copy", "keep", "forget"].map(part);
    const show = () => {
      address.value = location.href;
      forget.hidden = profile.kept() === null;
    };
    copy.addEventListener("click", async () => {
      address.select();
      try {
        await navigator.clipboard.writeText(address.value);
        say("copied");
      } catch {
        say("copy"); // not allowed: it is selected
      }
    });
    keep.addEventListener("click", () => {
      const answers = profile.address(profile.read(form));
      if (!answers) say("empty");
      else say(profile.keep(answers) ? "kept" : "forbidden");
      show();
    });
    forget.addEventListener("click", () => {
      say(profile.keep(null) ? "forgotten" : "forbidden");
      show();
      keep.focus();
    });
    return show;
  };
})();
