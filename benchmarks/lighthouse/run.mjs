// Lighthouse over a list of addresses in one browser: JSON in, per address the four scores and what lowers them out.
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { addresses, browser } = JSON.parse(readFileSync(0, "utf8"));
const flags = ["--headless=new", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
flags.push("--disable-sync", "--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []));
const chrome = await launch({ chromePath: browser || undefined, chromeFlags: flags });
const onlyCategories = ["performance", "accessibility", "best-practices", "seo"];
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories });
    const scores = onlyCategories.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
    const below = onlyCategories.flatMap((name) => lhr.categories[name].auditRefs)
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
      .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ""}`.trim());
    console.log(JSON.stringify({ address, scores, below }));
  }
} finally {
  await chrome.kill();
}
