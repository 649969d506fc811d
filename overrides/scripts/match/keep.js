/* What one can do with a profile beside reading its results: copy its address, keep it on the device, forget it. */
(() => {
  "use strict";
  /* Makes the three buttons work; `say` tells what happened. */
  vorbild.sharing = (form, say) => {
    const { profile } = vorbild;
    const [copy, keep, forget] = ["copy", "keep", "forget"]
      .map((name) => document.querySelector(`[data-part="${name}"]`));
    const show = () => { forget.hidden = profile.kept() === null; };
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        say("copied");
      } catch {
        say("uncopied");
      }
    });
    keep.addEventListener("click", () => {
      say(profile.keep(profile.address(profile.read(form))) ? "kept" : "forbidden");
      show();
    });
    forget.addEventListener("click", () => {
      say(profile.keep(null) ? "forgotten" : "forbidden");
      form.querySelector("[type=submit]").focus();
      show();
    });
    show();
  };
})();
