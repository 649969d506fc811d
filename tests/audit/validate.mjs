// html-validate over many files in one process: a JSON list of files comes in, a JSON list of findings goes out.
// Its own command line needs a newer Node than the rest of it.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const config = JSON.parse(readFileSync(new URL("htmlvalidate.json", import.meta.url), "utf8"));
const engine = new HtmlValidate(new StaticConfigLoader({ root: true, ...config }));
const found = [];
for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  const report = await engine.validateString(readFileSync(file, "utf8"), file);
  for (const result of report.results) {
    for (const { ruleId, severity, line, message } of result.messages) {
      found.push({ file, line, rule: ruleId, level: severity > 1 ? "error" : "warning", message });
    }
  }
}
process.stdout.write(JSON.stringify(found));
