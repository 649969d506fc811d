"""The reference of findings keeps its word: each failing example yields its code at its place, no passing one does."""

from __future__ import annotations

import string
from functools import cache

import pictures
import projects
import pytest
from vorbild import check, load
from vorbild.catalogue import explain, finding_kinds
from vorbild.diagnostics import Span

KINDS = finding_kinds()
# Their examples say in words what a file is like; here is how to make it so.
BYTES = {
    "file-too-large": (b"#" * 1_200_000, b"#" * 12_000),
    "encoding": ("title: Größe".encode("latin-1"), "title: Größe".encode()),
}
WHOLE_FILE = {"yaml-empty", "yaml-root", "front-matter", "page-title", "config-file", "page-taken", "concept-address"}
OUTSIDE = ("content/", "overrides/", "mkdocs.yml")
# What the examples of a logo name.
LOGOS = {
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"/>',
    "logo.jpg": "JPEG",
    "unsafe.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><script>alert(1)</script></svg>',
    "sizeless.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}
# A line of the example, counted from 0, where the finding must be exactly.
EXACT = {
    "yaml-key": 1,
    "yaml-indentation": 2,
    "yaml-duplicate-key": 1,
    "yaml-documents": 1,
    "raw-html": 1,
    "markdown-link": 1,
    "markdown-image": 1,
    "easy-unproven": 4,
    "duplicate-concept": 3,
    "dead-anchor": 2,
    "size-contradiction": 4,
    "duration-contradiction": 3,
    "synonym-twice": 3,
    "synonym-alone": 1,
    "schema-invalid": 1,
    "schema-vocabulary": 1,
    "schema-reference": 1,
    "series-unit": 2,
    "statement-claim": 0,
    "statement-unexplained": 0,
    "statement-outdated": 1,
    "statement-missing": 2,
    "operator-state": 2,
}


def path_of(file):
    return file if file.startswith(OUTSIDE) else f"case_studies/{file}"


def place(root, kind, example):  # noqa: C901 - each file has its own place
    """Put `example` into the project and return the line where it begins."""
    file = path_of(kind.file)
    if kind.code == "page-taken" and example == kind.passing:
        file = "content/praxis-bei-uns.md"
    target = root / file
    if kind.code in {"file-name", "file-extension"}:
        projects.write(root, f"case_studies/practices/{example}", projects.ENTRY)
        return 1
    if kind.code == "schema-missing":
        if example == kind.failing:
            (root / file / "glossary.yml").unlink()
        return 1
    if kind.code == "statement-missing":
        (root / "case_studies/enforcement.yml").unlink()
    for name, data in pictures.REFUSED.items():
        if name in example:
            (root / "case_studies/media" / name).write_bytes(data)
    if kind.code in BYTES:
        target.write_bytes(BYTES[kind.code][example == kind.passing])
        return 1
    if kind.file.startswith("schema/"):
        head, lines = example.split("\n", 1)
        assert head == "properties:"
        text = target.read_text("utf-8")
        line = text[: text.index("\nproperties:\n")].count("\n") + 2
        projects.write(root, file, text.replace("\nproperties:\n", f"\nproperties:\n{lines}\n"))
        return line
    if kind.file.startswith(OUTSIDE) or kind.code in WHOLE_FILE:
        projects.write(root, file, example)
        return 1
    text, line = projects.replace(target.read_text("utf-8"), example)
    projects.write(root, file, text)
    return line


def own_project(root, kind):
    """Make a project that has what the examples of `kind` need."""
    projects.make(root)
    if kind.code.startswith("logo-"):
        for name, text in LOGOS.items():
            projects.write(root, f"content/assets/{name}", text)
    if kind.file.startswith("overrides/"):
        projects.own_look(root)
    return root


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """Return a function that checks a project with the failing example of a code, once for all tests of it."""

    @cache
    def checked(code):
        root = own_project(tmp_path_factory.mktemp("meldung") / "projekt", KINDS[code])
        first = place(root, KINDS[code], KINDS[code].failing)
        return first, tuple(check(load(root)))

    return checked


@pytest.mark.parametrize("code", KINDS)
def test_failing_example_yields_the_code_inside_the_example(checked, code):
    kind = KINDS[code]
    first, report = checked(code)
    found = [explain(diagnostic) for diagnostic in report if diagnostic.code == code]
    assert found
    for finding in found:
        assert finding.file == path_of(kind.file)
        assert first <= finding.line <= first + kind.failing.rstrip("\n").count("\n")
        assert finding.severity == kind.severity
        assert finding.column >= 1
        if code in EXACT:
            assert finding.line == first + EXACT[code]


@pytest.mark.parametrize("code", KINDS)
def test_failing_example_has_no_follow_ups(checked, code):
    _, report = checked(code)
    # Where a line is no field, the field it should have been is missing.
    assert {diagnostic.code for diagnostic in report} - {code} <= ({"missing-field"} if code == "yaml-key" else set())


@pytest.mark.parametrize("code", KINDS)
def test_words_of_a_finding_are_filled_in(checked, code):
    kind = KINDS[code]
    _, report = checked(code)
    needed = {name for text in (kind.message, kind.help) for _, name, _, _ in string.Formatter().parse(text) if name}
    for diagnostic in report:
        finding = explain(diagnostic)
        assert finding.help
        assert "None" not in finding.message + finding.help
        if diagnostic.code == code:
            assert needed <= diagnostic.params.keys()
            assert all(diagnostic.params.values())


@pytest.mark.parametrize("code", KINDS)
def test_passing_example_is_clean(tmp_path, code):
    kind = KINDS[code]
    project = own_project(tmp_path / "projekt", kind)
    place(project, kind, kind.passing)
    found = {diagnostic.code for diagnostic in check(load(project))}
    # Some examples show a file's first line only.
    assert found <= ({"missing-field", "yaml-empty"} if code in WHOLE_FILE | BYTES.keys() else set())
    assert code not in found


def test_a_valid_project_has_no_findings(project):
    assert [explain(diagnostic) for diagnostic in check(load(project))] == []


def test_report_is_in_the_order_of_files_and_lines(project):
    projects.write(project, "case_studies/practices/zwei.yml", "title: X\nsummary: kurz\n")
    projects.write(project, "case_studies/practices/beispiel.yml", projects.ENTRY + "titel: A\nlink: B\n")
    spans = [diagnostic.span for diagnostic in check(load(project))]
    assert spans == sorted(spans)
    assert Span("case_studies/practices/beispiel.yml", 23, 1) in spans


def test_report_in_files_keeps_only_those(project):
    projects.write(project, "case_studies/practices/zwei.yml", "title: X\n")
    projects.write(project, "case_studies/practices/drei.yml", "title: X\n")
    report = check(load(project)).in_files(["case_studies/practices/drei.yml"])
    assert {diagnostic.span.file for diagnostic in report} == {"case_studies/practices/drei.yml"}
