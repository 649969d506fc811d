"""All words that people read are in the catalogues: none is missing, none is left over, none hides in Python."""

from __future__ import annotations

import ast
import re

import projects
import pytest
import yaml
from vorbild.catalogue import finding_kinds, texts

PLUGINS = projects.ROOT / "plugins"
CATALOGUES = PLUGINS / "vorbild/catalogues"
PYTHON = [*sorted(PLUGINS.rglob("*.py")), projects.ROOT / "make.py"]
TEMPLATES = sorted((projects.ROOT / "overrides").rglob("*.html"))
CALL = re.compile(r"""(?:\bt|\btexts|\b_t|\b_texts|self\.texts|texts\(\w*\))(?:\.plural)?\(\s*f?["']([\w.{}-]+)["']""")
# Families of keys that are put together while running.
FAMILIES = ("month.", "kind.", "limit.", "severity.", "display.", "speech.rate_", "rules.group.")


def own(file):
    def flat(node, prefix):
        if isinstance(node, dict):
            for key, child in node.items():
                yield from flat(child, f"{prefix}.{key}" if prefix else str(key))
        else:
            yield prefix

    return set(flat(yaml.safe_load((CATALOGUES / file).read_text("utf-8")), ""))


def used(files):
    found = {}
    for file in files:
        for key in CALL.findall(file.read_text("utf-8")):
            found.setdefault(key, file.relative_to(projects.ROOT).as_posix())
    return found


def exists(key, keys):
    if "{" in key or key in FAMILIES:
        return any(one.startswith(key.split("{")[0]) for one in keys)
    return key in keys or {f"{key}.one", f"{key}.other"} <= keys


def test_every_key_that_is_used_exists():
    keys = set(texts())
    missing = {key: file for key, file in used([*PYTHON, *TEMPLATES]).items() if not exists(key, keys)}
    assert missing == {}


def included(name, seen):
    """Return the files that the template `name` draws in, itself included."""
    path = projects.ROOT / "overrides" / name
    if name in seen or not path.is_file():
        return seen
    seen.add(name)
    for other in re.findall(r"""{%-?\s*(?:include|import|from|extends)\s+["']([^"']+)["']""", path.read_text("utf-8")):
        included(other, seen)
    return seen


# Data blocks may stand on hand-written pages in easy language.
BLOCKS = [
    path.relative_to(projects.ROOT / "overrides").as_posix() for path in TEMPLATES if path.parent.name == "blocks"
]


# Which pages are made in easy language; the references have the brief one.
_KINDS = ("brief", "compare", "easy", "facets", "find", "kept", "lessons", "lineage", "list", "match", "towns")
EASY_PAGES = [f"pages/{name}.html" for name in _KINDS]


@pytest.mark.parametrize("template", [*EASY_PAGES, "base.html", "main.html", "404.html", *BLOCKS])
def test_easy_pages_have_easy_words(template):
    keys = set(texts("de-simple"))
    files = [projects.ROOT / "overrides" / name for name in sorted(included(template, set())) if name.endswith(".html")]
    missing = {key: file for key, file in used(files).items() if not exists(key, keys)}
    # Components that easy pages draw in are shared; their standard words are for standard pages.
    assert missing == {}


def test_both_languages_of_the_shell_have_the_same_keys():
    assert own("shell.de.yml") == own("shell.de-simple.yml")


def test_easy_words_for_pages_are_a_part_of_the_standard_ones():
    assert own("pages.de-simple.yml") <= set(texts())


def test_no_key_is_in_two_files():
    assert own("shell.de.yml") & own("pages.de.yml") == set()


def test_no_key_is_left_over():
    calls = used([*PYTHON, *TEMPLATES])
    literals = " ".join(path.read_text("utf-8") for path in [*PYTHON, *TEMPLATES])
    unused = {
        key
        for key in texts()
        if key not in calls
        and key.rsplit(".", 1)[0] not in calls
        and not key.startswith(FAMILIES)
        and f'"{key}"' not in literals
        and f"'{key}'" not in literals
    }
    assert unused == set()


def test_placeholders_are_the_same_in_both_languages():
    for key in own("shell.de-simple.yml"):
        standard, easy = (re.findall(r"\{\w+\}", texts(language)._texts[key]) for language in ("de", "de-simple"))
        assert sorted(standard) == sorted(easy), key


def test_every_code_that_is_reported_is_in_the_catalogue():
    reported = set()
    for path in (PLUGINS / "vorbild").rglob("*.py"):
        reported |= set(
            re.findall(
                r"""(?:Diagnostic|_finding|BlockError|RasterError|_report)\(\s*["']([a-z-]+)["']""",
                path.read_text("utf-8"),
            )
        )
    assert reported <= finding_kinds().keys()


# German that is data for a computer; and the sentence that says that the catalogue is gone.
ALLOWED = {
    "clauses.py": {"aeiouäöüy"},  # vowels
    "numerals.py": {"ß"},
    "preterite.py": {"aeiouyäöü"},
    "seams.py": {"aeiouyäöü"},
    "verbs.py": {"ß"},
    "slug.py": {"ä", "ö", "ü", "ß"},
    "reference.py": {r"[^\S \n\t]|[^\w\s\x20-\x7e„“”‚‘–…€äöüÄÖÜß]"},
    "make.py": {"Die Datei {path} fehlt oder ist unlesbar. Bitte das Projekt vollständig neu holen."},
}
GERMAN = re.compile(r"[äöüßÄÖÜ„“”]")
# The floor for language asks of signs and letters what they are; its words stand in data as well.
LETTERS = re.compile(r"\[[^\]]*\]|[„“”]")


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.name)
def test_no_german_in_python(path):
    tree = ast.parse(path.read_text("utf-8"))
    comments = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    german = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in comments
        and GERMAN.search(LETTERS.sub("", node.value) if "language" in path.parts else node.value)
    ]
    assert set(german) <= ALLOWED.get(path.name, set())
