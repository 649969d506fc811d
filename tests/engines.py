"""The five engines that audit what we built: three in an open page, two over files. For every test that needs one.

In a page (Playwright): `axe`, `ibm`, `codesniffer`. Over files and folders: `html_validate`, `nu`. Each returns
findings; `rejected` leaves out those that tests/audit/accepted.yml accepts with a reason. Without Node's packages
(`python3 make.py test` fetches them) a test that calls one of these is skipped, and fails where CI=true; axe comes
with a Python package too.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml

AUDIT = Path(__file__).resolve().parent / "audit"
MODULES = AUDIT / "node_modules"
SECONDS = 180
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice")
# What may differ between the light and the dark scheme of the same page.
COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
# What may differ between two widths of the same page, but for what is shown in one of them only.
LAYOUT = (*COLOURS, "target-size", "scrollable-region-focusable")
# Drawn lines and marks are pseudo elements; with them axe gives up instead of measuring.
CONTRAST = """;for (const name of ['color-contrast', 'color-contrast-enhanced'])
  axe._audit.checks[name].options.ignorePseudo = true; 0"""
SHOWN = 30


@dataclass(frozen=True)
class Finding:
    """What an engine says of one place: `level` is its own word for how sure and how bad."""

    engine: str
    level: str
    rule: str
    place: str
    message: str

    def __str__(self):
        return f"{self.engine} {self.level} {self.rule}: {self.message[:200]} | {self.place[:200]}"


# --- What is here ----------------------------------------------------------------------------------------


def missing(sentence):
    """Skip the test that asked, or fail it in CI, which runs all of them."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def package(path):
    """Return a file of a Node package."""
    if not (MODULES / path).is_file():
        missing(f"tests/audit/node_modules/{path} fehlt: Node und npm installieren, dann `python3 make.py test`.")
    return MODULES / path


def program(name, cure):
    """Return the path of a program."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} fehlt: {cure}")
    return found


@cache
def script(path):
    """Return the source of an engine for the page."""
    return package(path).read_text("utf-8")


# --- In an open page -------------------------------------------------------------------------------------


def axe_source():
    """Return axe-core: the newest if Node's packages are here, else the one that a Python package brings."""
    if (MODULES / "axe-core/axe.min.js").is_file():
        return script("axe-core/axe.min.js")
    from axe_playwright_python.base import AXE_SCRIPT  # noqa: PLC0415 - only with a browser

    return AXE_SCRIPT


def axe(page, *, only=()):
    """Run axe-core with all levels of WCAG, best practices and target size, or with the rules `only`."""
    page.evaluate(axe_source() + CONTRAST)
    rules = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": list(LEVELS)}
    options = {"runOnly": rules, "resultTypes": ["violations", "incomplete"]}
    if not only:
        options["rules"] = {"target-size": {"enabled": True}}
    results = page.evaluate(
        """async options => {
          const report = await axe.run(document, options), found = [];
          for (const [level, rules] of [['violation', report.violations], ['incomplete', report.incomplete]])
            for (const rule of rules) for (const node of rule.nodes) {
              const check = node.any[0] || node.all[0] || node.none[0];
              found.push([level, rule.id, node.html, rule.help + ' ' + (check ? check.message : '')]);
            }
          return found;
        }""",
        options,
    )
    return [Finding("axe", *result) for result in results]


def ibm(page):
    """Run IBM Equal Access with its own rules and those of WCAG 2.2."""
    page.evaluate(script("accessibility-checker-engine/ace.js") + ";window.ace = ace; 0")
    results = page.evaluate(
        """async () => (await new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2'])).results
          .filter(result => result.value[1] !== 'PASS')
          .map(result => [result.value.join(' ').toLowerCase(), result.ruleId, result.snippet, result.message])"""
    )
    return [Finding("ibm", *result) for result in results]


def codesniffer(page):
    """Run HTML_CodeSniffer with WCAG 2 AAA; its notices are the same checklist for every page and left out."""
    page.evaluate(script("html_codesniffer/build/HTMLCS.js") + ";window.HTMLCS = HTMLCS; 0")
    results = page.evaluate(
        """() => new Promise(done => HTMLCS.process('WCAG2AAA', document, () => done(HTMLCS.getMessages()
          .filter(found => found.type < 3)
          .map(found => [found.type === 1 ? 'error' : 'warning', found.code.replace('WCAG2AAA.', ''),
            found.element && found.element.outerHTML || '', found.msg]))))"""
    )
    return [Finding("htmlcs", *result) for result in results]


# --- Over files ------------------------------------------------------------------------------------------


def files_of(paths, *endings):
    """Return all files with one of the endings among files and folders, in order."""
    found = []
    for path in map(Path, paths):
        found += sorted(path.rglob("*")) if path.is_dir() else [path]
    return [str(path) for path in found if path.suffix in endings]


def html_validate(paths):
    """Run html-validate over files and folders (tests/audit/htmlvalidate.json)."""
    package("html-validate/package.json")
    node = program("node", "Node installieren.")
    done = subprocess.run(
        [node, str(AUDIT / "validate.mjs")],
        input=json.dumps(files_of(paths, ".html")),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [
        Finding("html-validate", it["level"], it["rule"], f"{it['file']}:{it['line']}", it["message"])
        for it in json.loads(done.stdout)
    ]


def nu(paths):
    """Run the Nu HTML checker over files and folders, with style sheets and drawings."""
    jar = package("vnu-jar/build/dist/vnu.jar")
    java = program("java", "Java ab Version 17 installieren.")
    files = files_of(paths, ".html", ".css", ".svg")
    done = subprocess.run(
        [java, "-jar", str(jar), "--format", "json", "--also-check-css", "--also-check-svg", *files],
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    try:
        messages = json.loads(done.stderr)["messages"]
    except ValueError:
        pytest.fail(f"vnu.jar: {done.stderr[-2000:]}", pytrace=False)
    return [
        Finding(
            "nu",
            it.get("subType", "notice") if it["type"] == "info" else it["type"],
            "",
            f"{unquote(urlsplit(it.get('url', '')).path)}:{it.get('lastLine', '')} {it.get('extract', '')}",
            it["message"],
        )
        for it in messages
    ]


# --- What is accepted ------------------------------------------------------------------------------------


@cache
def accepted():
    """Return what a person looked at and accepted, each with the reason."""
    return yaml.safe_load((AUDIT / "accepted.yml").read_text("utf-8"))


def accepts(entry, finding):
    """Tell whether an entry is about a finding."""
    return (
        (entry["engine"], entry["level"]) == (finding.engine, finding.level)
        and entry.get("rule", finding.rule) == finding.rule
        and re.search(entry.get("message", ""), finding.message) is not None
        and re.search(entry.get("place", ""), finding.place) is not None
    )


def rejected(findings):
    """Return the findings that nobody accepted."""
    return [finding for finding in findings if not any(accepts(entry, finding) for entry in accepted())]


def none_left(findings):
    """Fail with all findings that nobody accepted."""
    left = rejected(findings)
    if left:
        shown = "\n".join(sorted({f"  {finding}" for finding in left})[:SHOWN])
        pytest.fail(f"{len(left)} Befunde:\n{shown}", pytrace=False)
