"""Small valid projects to try things on: real schemas, vocabularies and bodies, four short entries, two pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pictures

ROOT = Path(__file__).resolve().parents[1]
PHOTO = pictures.saved(pictures.made())

ENTRY = """\
# yaml-language-server: $schema=../schema/practice.json
title: Busbegleitung in Musterstadt
summary: Geschulte Menschen begleiten Fahrgäste kostenlos von Tür zu Tür.
place:
  name: Musterstadt
  state: niedersachsen
  municipality: musterstadt
period:
  start: 2008-10
  status: running
fields_of_action: [mobility, work]
target_groups: [mobility_impairment]
organisation:
  name: Verein Beispiel
  url: https://www.example.org
approach: |
  Die Begleitung kommt nach Hause und bringt den Fahrgast bis ans Ziel.
sources:
  - url: https://www.example.org/bericht
    title: Bericht über die Busbegleitung
    accessed: 2026-11-22
reviewed_on: 2026-11-22
"""

TOWN = """\
title: Musterstadt
summary: Eine kleine Stadt, in der sich alle kennen und vieles zusammen machen.
place:
  name: Musterstadt
  state: niedersachsen
period:
  start: 2018
  end: 2023
  status: ended
coordinating_body:
  name: Verein Beispiel
focus_groups: [mobility_impairment]
sources:
  - url: https://www.example.org/musterstadt
    title: Bericht über Musterstadt
reviewed_on: 2026-11-22
"""

GLOSSARY = """\
terms:
  - term: Sozialraum
    definition: Das Umfeld, in dem jemand lebt.
    easy: Das ist die Umgebung von einem Menschen.
"""

ACCESSIBILITY = """\
status: partial
standard: WCAG 2.2, Stufe AA
method: self
first_published: 2026-11-22
reviewed_on: 2026-11-22
reply_weeks: 4
tests:
  - what: Eine Seite jeder Art, hell und dunkel.
    by: program
    tool: axe-core im Browser Chromium
    date: 2026-11-22
    result: Kein Verstoß gefunden.
    easy: |
      Ein Programm hat die Seiten geprüft.
      Es hat keinen Fehler gefunden.
untested:
  - {what: Vorleseprogramme, easy: Vorlese-Programme}
"""

_TOP_LEVEL = re.compile(r"^(?![\s#-])(\$?[a-zA-Z_-]+)[ ]*:(?=\s|$)")


def make(root: Path, *, practices: tuple[str, ...] = ("vorbild-anderswo", "nachahmung")) -> Path:
    """Write a project that passes the check below `root` and return `root`."""
    for folder in ("schema", "vocabularies"):
        shutil.copytree(
            ROOT / "case_studies" / folder, root / "case_studies" / folder, ignore=shutil.ignore_patterns("*.json")
        )
    write(root, "case_studies/practices/beispiel.yml", ENTRY)
    for slug in practices:
        imitates = "adapted_from:\n  - practice: beispiel\n" if slug == "nachahmung" else ""
        write(root, f"case_studies/practices/{slug}.yml", ENTRY.replace("Busbegleitung in", slug.title()) + imitates)
    write(root, "case_studies/municipalities/musterstadt.yml", TOWN)
    write(root, "case_studies/glossary.yml", GLOSSARY)
    write(root, "case_studies/accessibility.yml", ACCESSIBILITY)
    for name in ("enforcement", "matching"):
        shutil.copy(ROOT / f"case_studies/{name}.yml", root / f"case_studies/{name}.yml")
    (root / "case_studies/media").mkdir()
    (root / "case_studies/media/bild.jpg").write_bytes(PHOTO)
    write(root, "content/index.md", "# Start\n\nGuten Tag.\n")
    (root / "overrides").symlink_to(ROOT / "overrides", target_is_directory=True)
    return root


def own_look(root: Path) -> None:
    """Give the project a copy of the templates, to be changed; they are a link to the real ones."""
    (root / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", root / "overrides")


def write(root: Path, file: str, text: str) -> Path:
    """Write `text` to `file` below `root`, byte for byte."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def parts(text: str) -> list[tuple[str, str]]:
    """Split YAML text into its top-level parts, each with its key; what stands before the first has the key ''."""
    found: list[tuple[str, str]] = [("", "")]
    for line in text.splitlines(keepends=True):
        match = _TOP_LEVEL.match(line)
        if match:
            found.append((match[1], line))
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return [part for part in found if part[1]]


def replace(text: str, snippet: str) -> tuple[str, int]:
    """Return `text` with the top-level keys of `snippet` in place of its own, and the line where the snippet begins.

    A key that `text` does not have goes to the end.
    """
    snippet = snippet if snippet.endswith("\n") else snippet + "\n"
    first_document = snippet.split("\n---\n")[0] + "\n"
    keys = {key for key, _ in parts(first_document) if key}
    before, after = "", ""
    seen = False
    for key, part in parts(text):
        if key in keys:
            seen = True
        elif seen:
            after += part
        else:
            before += part
    return before + snippet + after, before.count("\n") + 1
