/* „Vorlesen“: reads the page aloud, sentence by sentence, and marks what it reads. It uses voices
   of the device only; a voice that is a service would send the text elsewhere. Where there is none
   for German, there is no button. */
(() => {
  "use strict";
  const template = document.querySelector("template[data-speech]");
  const speech = window.speechSynthesis;
  if (!template || !speech || !window.SpeechSynthesisUtterance) return;

  const main = document.querySelector("main");
  const root = document.documentElement;
  const [button, bar] = template.content.children;
  const [back, toggle, ahead, stop] = bar.querySelectorAll("button");
  const rate = bar.querySelector("select");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const paint = window.Highlight && CSS.highlights ? new Highlight() : null;
  if (paint) CSS.highlights.set("read-aloud", paint);

  let sentences = [];
  let at = -1; // the sentence that is read; -1: none
  let voice = null; // the utterance that is spoken; null: paused

  const language = (node) => node.parentElement.closest("[lang]").lang.slice(0, 2);
  const speaker = (lang) => {
    const own = speech.getVoices().filter((v) => v.localService && v.lang.toLowerCase().startsWith(lang));
    return own.find((v) => v.default) || own[0];
  };

  const blockOf = (element) => {
    while (getComputedStyle(element).display === "inline") element = element.parentElement;
    return element;
  };
  /* Runs of text nodes of one block and one language, in reading order. */
  const runs = () => {
    const found = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest("nav, button, svg, [hidden], [aria-hidden=true]")) continue;
      if (!parent.getClientRects().length) continue; // in a closed part, or not for this screen
      const block = blockOf(parent);
      const last = found[found.length - 1];
      if (last && last.block === block && last.lang === language(node)) last.nodes.push(node);
      else found.push({ block, lang: language(node), nodes: [node] });
    }
    return found;
  };

  /* The sentences of a run, each with the range of the page that it covers. */
  const split = ({ block, lang, nodes }) => {
    const text = nodes.map((node) => node.data.replace(/\s/g, " ")).join(""); // a line of the source ends no sentence
    const parts = window.Intl && Intl.Segmenter
      ? [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)].map((part) => part.segment)
      : [text];
    const point = (offset) => {
      for (const node of nodes) {
        if (offset <= node.length) return [node, offset];
        offset -= node.length;
      }
      return [nodes[nodes.length - 1], nodes[nodes.length - 1].length];
    };
    let from = 0;
    return parts.map((words) => {
      const range = document.createRange();
      range.setStart(...point(from));
      range.setEnd(...point((from += words.length)));
      return { block, lang, range, words: words.replace(/\u00ad|(?<=\p{L})·(?=\p{L})/gu, "").trim() };
    }).filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
  };

  const mark = (sentence) => {
    if (paint) paint.clear();
    for (const old of document.querySelectorAll(".read-aloud")) old.classList.remove("read-aloud");
    if (!sentence) return;
    if (paint) paint.add(sentence.range);
    else sentence.block.classList.add("read-aloud");
    const box = sentence.range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight - bar.offsetHeight) {
      scrollBy({ top: box.top - innerHeight / 3, behavior: calm.matches ? "auto" : "smooth" });
    }
  };

  const hush = () => {
    voice = null;
    speech.cancel();
    toggle.classList.add("paused");
  };
  const say = (index) => {
    hush();
    if (index >= sentences.length) return end();
    at = Math.max(0, index);
    const sentence = sentences[at];
    const next = new SpeechSynthesisUtterance(sentence.words);
    next.voice = speaker(sentence.lang) || speaker("de");
    next.lang = next.voice.lang;
    next.rate = Number(rate.value);
    next.onend = () => voice === next && say(at + 1);
    voice = next;
    toggle.classList.remove("paused");
    mark(sentence);
    speech.speak(next);
  };
  const start = () => {
    sentences = runs().flatMap(split);
    const chosen = getSelection();
    const here = chosen.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
    const first = here ? sentences.findIndex(({ range }) => range.compareBoundaryPoints(Range.START_TO_END, here) > 0) : 0;
    root.classList.add("reading");
    bar.hidden = false;
    toggle.focus();
    say(first);
  };
  const end = () => {
    hush();
    at = -1;
    mark(null);
    root.classList.remove("reading");
    const within = bar.contains(document.activeElement);
    bar.hidden = true;
    if (within) button.focus();
  };

  button.addEventListener("click", () => (at < 0 ? start() : toggle.focus()));
  back.addEventListener("click", () => say(at - 1));
  ahead.addEventListener("click", () => say(at + 1));
  toggle.addEventListener("click", () => (voice ? hush() : say(at)));
  stop.addEventListener("click", end);
  rate.addEventListener("change", () => voice && say(at));
  bar.addEventListener("keydown", (event) => event.key === "Escape" && end());
  addEventListener("pagehide", () => speech.cancel()); // else it goes on without the page

  const offer = () => {
    if (!template.isConnected || !speaker("de")) return;
    document.body.append(bar);
    template.replaceWith(button);
  };
  speech.onvoiceschanged = offer; // voices may come late
  offer();
})();
