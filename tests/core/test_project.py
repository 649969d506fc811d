"""check never raises, whatever an entry says; and what it finds no error in can be built."""

from __future__ import annotations

import copy
import itertools

import projects
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vorbild import Build, Site, check, load
from vorbild.catalogue import explain
from vorbild.project import errors, site_of

ENTRY = "case_studies/practices/beispiel.yml"
FULL = {
    "practices": projects.ROOT / "case_studies/practices/inklusion-vor-ort-schleswig-holstein.yml",
    "municipalities": projects.ROOT / "case_studies/municipalities/nieder-olm.yml",
}
ODD = [
    None,
    "",
    " ",
    "x",
    "ein ganz gewöhnlicher Satz, der lang genug ist.",
    "2026-02-30",
    "2026-02-28",
    "0000",
    "9999-12",
    "beispiel",
    "nachahmung",
    "musterstadt",
    "https://example.org",
    "https://[::1",
    "https://xn--.x",
    "javascript:alert(1)",
    "../bild.jpg",
    "bild.jpg",
    "a" * 500,
    "<script>",
    "[x](y)",
    "# Titel\n\n* a\n",
    "{{ 7*7 }}",
    "%s {0} {name}",
    "mobility",
    "ended",
    "checked",
    "de",
    "true",
    0,
    1,
    -1,
    10**30,
    1.5,
    1e300,
    float("nan"),
    True,
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"a": {"b": ["c"]}},
    ["mobility", "mobility"],
    [{"kind": "obstacle"}],
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return projects.make(tmp_path_factory.mktemp("mutiert") / "projekt")


def places(tree, path=()):
    yield path
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from places(value, (*path, key))


def mutate(tree, draw):
    """Delete, replace, double or rename something at a random place of `tree`."""
    path = draw(st.sampled_from([place for place in places(tree) if place]))
    holder = tree
    for part in path[:-1]:
        holder = holder[part]
    change = draw(st.sampled_from(["delete", "replace", "replace", "wrap", "rename", "text"]))
    if change == "delete":
        del holder[path[-1]]
    elif change == "replace":
        holder[path[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
    elif change == "wrap":
        holder[path[-1]] = draw(st.sampled_from([lambda x: [x, x], lambda x: {"name": x}, lambda x: [[x]]]))(
            holder[path[-1]]
        )
    elif change == "rename" and isinstance(holder, dict):
        holder[draw(st.sampled_from(["title", "place", "x", "source", "date", "easy", ""]))] = holder.pop(path[-1])
    else:
        holder[path[-1]] = draw(st.text(max_size=30))


def check_and_build(root):
    project = load(root)
    report = check(project)
    for diagnostic in report:
        finding = explain(diagnostic)
        lines = (root / finding.file).read_text("utf-8").split("\n") if (root / finding.file).is_file() else [""]
        assert 1 <= finding.line <= len(lines)
    if not len(errors(report)):
        build = Build(project, Site())
        # The pages of terms show the cards that „Alle Beispiele“ shows; the references show no entry.
        for page in build.pages():
            if page.uri.startswith(("finden/", "mitmachen/")):
                continue
            body = build.body(page)
            assert "<h1" in body
            assert "site:" not in body.replace("Website:", "") or "site:" in str(project.library)
        list(build.data())
    return report


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_mutated_entries_are_answered_or_built(folder, data):
    for kind, file in FULL.items():
        for old in folder.glob(f"case_studies/{kind}/mutiert-*.yml"):
            old.unlink()
        original = file.read_text("utf-8")
        for number in range(6):
            tree = yaml.load(original, Loader=yaml.CSafeLoader)
            for _ in range(data.draw(st.integers(1, 4))):
                mutate(tree, data.draw)
            text = yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
            projects.write(folder, f"case_studies/{kind}/mutiert-{number}.yml", text)
    # Build what is left once everything with an error is gone.
    while found := errors(check_and_build(folder)):
        for file in {diagnostic.span.file for diagnostic in found}:
            (folder / file).unlink()


# Every optional field, once with the least that its schema allows: what a template takes for granted shows here.
def least(field, depth=0):
    raw = field.raw
    if field.kind == "object":
        return {child.name: least(child, depth + 1) for child in field.children if child.required} or {
            field.children[0].name: least(field.children[0], depth + 1)
        }
    if field.kind == "array":
        return [least(field.item, depth + 1)]
    # A term that is an example fits the rest of the entry: over ten years since 2008.
    if field.vocabulary and not field.examples:
        concepts = yaml.safe_load(
            (projects.ROOT / f"case_studies/vocabularies/{field.vocabulary}.yml").read_text("utf-8")
        )
        value = concepts["concepts"][0]["id"]
        return int(value) if field.kind == "integer" else value
    if field.reference:
        return {"practice": "vorbild-anderswo", "municipality": "musterstadt"}[field.reference]
    if raw.get("x-media"):
        return "bild.jpg"
    if field.examples:
        return field.examples[0]
    raise AssertionError(field.path)


@pytest.mark.parametrize(
    ("kind", "folder", "base"),
    [
        ("practice", "practices", projects.ENTRY),
        ("municipality", "municipalities", projects.TOWN.replace("2018", "2005")),
    ],
)
def test_the_least_of_every_field_can_be_built(project, kind, folder, base):
    schema = load(project).schemas[kind]
    for field in schema.root.walk():
        if not field.path or field.required:
            continue
        tree = yaml.safe_load(base)
        inside, holder = schema.root, tree
        for name in field.path[:-1]:
            inside = inside.child(name)
            holder.setdefault(name, least(inside))
            holder = holder[name][0] if isinstance(holder[name], list) else holder[name]
        holder[field.name] = least(field)
        text = yaml.dump(tree, allow_unicode=True, sort_keys=False)
        projects.write(project, f"case_studies/{folder}/{'-'.join(field.path).replace('_', '-')}.yml", text)
    assert [explain(diagnostic) for diagnostic in errors(check_and_build(project))] == []


def test_an_empty_collection_can_be_built(project):
    for path in itertools.chain(
        project.glob("case_studies/practices/*"), project.glob("case_studies/municipalities/*")
    ):
        path.unlink()
    (project / "case_studies/glossary.yml").unlink()
    assert len(check_and_build(project)) == 0


def test_a_project_without_anything_but_schemas(project):
    for path in [
        *project.glob("case_studies/practices/*"),
        *project.glob("case_studies/municipalities/*"),
        *project.glob("content/*"),
    ]:
        path.unlink()
    for folder in ("case_studies/practices", "case_studies/municipalities", "content", "case_studies/media"):
        for path in (project / folder).glob("*"):
            path.unlink()
        (project / folder).rmdir()
    assert len(check_and_build(project)) == 0


def test_operator_comes_from_the_configuration_whatever_tags_it_has(project):
    projects.write(
        project,
        "mkdocs.yml",
        "extra:\n  operator: {name: Stadt, email: a@example.org}\nx: !ENV [A, b]\ny: !!python/name:os.system\n",
    )
    assert site_of(load(project)).operator == {"name": "Stadt", "email": "a@example.org"}
    for text in ("", "- a\n", "a: [\n", "extra:\n", "extra: []\n", "extra: {operator: x}\n"):
        projects.write(project, "mkdocs.yml", text)
        assert site_of(load(project)).operator == {}
