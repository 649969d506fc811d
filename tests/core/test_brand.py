"""A town makes the site its own in mkdocs.yml: its colours, its logo, its name; nothing there makes a traceback."""

from __future__ import annotations

import re

import projects
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vorbild import Build, Site, brand, check, config, load, logo, palette
from vorbild.catalogue import explain
from vorbild.contrast import parse, ratio

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">{}</svg>'
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (300).to_bytes(4) + (100).to_bytes(4) + b"\x08\x06\0\0\0"
NAMES = [
    name
    for name, declaration in palette.declared((projects.ROOT / brand.TOKENS).read_text("utf-8"))[palette.LIGHT].items()
    if parse(declaration.value)
]


def configured(project, extra):
    """Write mkdocs.yml with the lines of `extra` and return what the check says."""
    projects.write(project, "mkdocs.yml", "site_name: Musterstadt\nextra:\n" + extra)
    return [explain(diagnostic) for diagnostic in check(load(project))]


def judged(root):
    """Return what is wrong with mkdocs.yml, without a look at the rest."""
    found = []
    settings = config.read(root, found)
    return [explain(d) for d in [*found, *brand.check(root, settings), *logo.check(root, settings)]]


def codes(findings):
    return [finding.code for finding in findings]


def colours(**schemes):
    lines = ["  colors:"]
    for scheme, group in schemes.items():
        lines += [f"    {scheme}:", *(f'      {name}: "{value}"' for name, value in group.items())]
    return "\n".join(lines) + "\n"


def proposals(findings):
    return {(f.line, f.column): re.search(r'"(#[0-9a-f]{6})"', f.help)[1] for f in findings if "contrast" in f.code}


# --- Colours ---------------------------------------------------------------------------------------------


def test_our_own_colours_have_contrast_in_both_schemes():
    """Independent of the check: every pair of contrast.yml is measured here once more."""
    declared = palette.declared((projects.ROOT / brand.TOKENS).read_text("utf-8"))
    found = []
    pairs = brand.read_pairs(projects.ROOT, declared[palette.LIGHT], found)
    assert found == []
    light = {name: declaration.value for name, declaration in declared[palette.LIGHT].items()}
    dark = light | {name: declaration.value for name, declaration in declared[palette.DARK].items()}
    for scheme in (light, dark):
        low = [p for p in pairs if ratio(parse(scheme[p.front]), parse(scheme[p.ground])) < p.minimum]
        assert low == []


def test_every_colour_is_in_a_pair_or_only_decorates():
    pairs = brand.read_pairs(projects.ROOT, dict.fromkeys(NAMES), [])
    used = {name for pair in pairs for name in (pair.front, pair.ground)}
    assert set(NAMES) - used == {"line", "wall"}


def test_a_weak_colour_is_named_with_its_place_ratio_and_a_tone_that_passes(project):
    found = configured(project, colours(light={"act": "#c8102e"}))
    assert [(f.code, f.file, f.line, f.column) for f in found] == [("colour-contrast", "mkdocs.yml", 5, 12)]
    assert "#c8102e" in found[0].message
    assert "7 zu 1" in found[0].message
    (proposal,) = proposals(found).values()
    assert configured(project, colours(light={"act": proposal})) == []


def test_the_ratio_is_never_rounded_up_to_what_is_needed(project):
    one, other = "#595959", "#fffefe"
    assert 6.95 < ratio(parse(one), parse(other)) < 7
    found = configured(project, colours(light={"sign": other, "sign-ink": one}))
    assert len(found) == 1
    assert "Kontrast 6,9" in found[0].message


@settings(max_examples=8)
@given(
    st.fixed_dictionaries(
        {},
        optional={name: st.from_regex(r"\A#[0-9a-f]{6}\Z") for name in NAMES},
    ),
    st.fixed_dictionaries(
        {},
        optional={name: st.from_regex(r"\A#[0-9a-f]{6}\Z") for name in NAMES},
    ),
)
def test_whoever_follows_all_proposals_is_done(tmp_path_factory, light, dark):
    root = tmp_path_factory.getbasetemp() / "farben"
    if not root.exists():
        projects.make(root)
    text = "extra:\n" + colours(light=light, dark=dark)
    projects.write(root, "mkdocs.yml", text)
    found = judged(root)
    assert set(codes(found)) <= {"colour-contrast", "colour-conflict"}
    if "colour-conflict" in codes(found):
        return
    lines = text.splitlines()
    for (line, column), proposal in proposals(found).items():
        lines[line - 1] = lines[line - 1][: column - 1] + f'"{proposal}"'
    projects.write(root, "mkdocs.yml", "\n".join(lines))
    assert judged(root) == []


def test_a_colour_that_the_dark_scheme_takes_over_is_judged_in_both(project):
    # The sign of the foot is one value for both schemes; its text is fine, the dark foot is not.
    found = configured(project, colours(dark={"foot": "#9a9a9a"}))
    assert codes(found) == ["colour-contrast"]
    assert found[0].line == 5


def test_colours_that_exclude_each_other_are_named(project):
    found = configured(project, colours(light={"act": "#ffd784", "act-2": "#ffe9bb", "on-act": "#221a04"}))
    assert codes(found) == ["colour-conflict", "colour-conflict"]
    assert "„on-act“ (#221a04)" in found[0].message
    assert "„paper“ (#fffdf9)" in found[0].message


def test_no_text_is_readable_on_a_middle_grey(project):
    found = configured(project, colours(light={"paper": "#808080", "ink": "#777777"}))
    assert "colour-contrast" in codes(found)
    assert any(f.line == 5 for f in found)


def test_who_edits_the_style_sheet_is_held_to_the_same_rule(project):
    projects.own_look(project)
    css = (project / brand.TOKENS).read_text("utf-8")
    line = css[: css.index("  --act: ")].count("\n") + 1
    projects.write(project, brand.TOKENS, css.replace("--act: #0a4a4c", "--act: #c8102e", 1))
    found = [explain(diagnostic) for diagnostic in check(load(project))]
    assert [(f.code, f.file, f.line, f.column) for f in found] == [("colour-contrast", brand.TOKENS, line, 10)]
    projects.write(project, brand.TOKENS, css.replace("--act: #0a4a4c", "--act: darkred", 1))
    found = [explain(diagnostic) for diagnostic in check(load(project))]
    assert [(f.code, f.line) for f in found] == [("colour-value", line)]
    projects.write(project, brand.TOKENS, css.replace("--act: #0a4a4c", "--akt: #0a4a4c", 1))
    assert {d.code for d in check(load(project))} == {"unknown-colour"}


@pytest.mark.parametrize("text", ["pairs: 5", "pairs: []", "other: 1"])
def test_without_pairs_nothing_passes_unseen(project, text):
    projects.own_look(project)
    projects.write(project, brand.PAIRS, text)
    assert "contrast-pairs" in {d.code for d in check(load(project))}


@pytest.mark.parametrize("footer", ["x", "[{title: a}]", "[{title: a, links: [b]}]", "{title: a}"])
def test_a_foot_of_another_shape_is_named(project, footer):
    assert codes(configured(project, f"  footer: {footer}\n")) == ["config-group"]


def test_a_foot_may_be_links_or_columns_of_links(project):
    link = "{title: a, href: index.md}"
    assert configured(project, f"  footer: [{link}]\n") == []
    assert configured(project, f"  footer: [{{title: b, links: [{link}]}}]\n") == []


def test_a_town_colour_stands_in_the_style_sheet_at_its_declaration(project):
    assert configured(project, colours(light={"act": "#8a001a"}, dark={"foot-ink": "#ffffff"})) == []
    css = Build(load(project), Site()).assets["style"].data.decode()
    light = css[: css.index('data-theme="dark"')]
    assert light.count("--act: ") == 1
    assert "--act: #8a001a;" in light
    # Not declared in the dark so far: added to the block of the choice, and to its twin for the device.
    assert css.count("--foot-ink: #ffffff;") == 2
    # Print keeps its own.
    assert "--act: #000;" in css[css.rindex("@media print {\n:root") :]


def test_without_settings_the_style_sheet_is_the_file(project):
    before = Build(load(project), Site()).assets["style"].data
    assert configured(project, "  colors:\n") == []
    assert Build(load(project), Site()).assets["style"].data == before


def test_a_colour_may_be_named_in_a_comment_of_the_style_sheet():
    css = ":root {\n  /* --a: #111; } */\n  --a: #222;\n}\n"
    assert palette.painted(css, {"light": {"a": "#333"}}) == css.replace("#222", "#333")


# --- Whatever stands in mkdocs.yml -----------------------------------------------------------------------

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=40)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "site_name": ANY,
            "extra": ANY
            | st.fixed_dictionaries(
                {},
                optional={
                    "tagline": ANY,
                    "logo": ANY,
                    "logo_dark": ANY,
                    "operator": ANY | st.fixed_dictionaries({"name": ANY}),
                    "colors": ANY | st.fixed_dictionaries({"light": ANY | st.fixed_dictionaries({"act": ANY})}),
                },
            ),
        },
    )
)
def test_nothing_in_mkdocs_yml_makes_a_traceback(tmp_path_factory, settings):
    import yaml  # noqa: PLC0415 - only here

    root = tmp_path_factory.getbasetemp() / "beliebig"
    if not root.exists():
        projects.make(root)
    projects.write(root, "mkdocs.yml", yaml.safe_dump(settings, allow_unicode=True))
    judged(root)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "- a",
        "extra: *a",
        "a: 1\n---\nb: 2\n",
        "? [a]\n: b\n",
        "extra: &a {operator: *a}",
        "nav: &n\n  - X: *n\n",
        "extra:\n  footer: x\n  easy_nav: [a]\n  tagline_easy: 5\n",
        "extra:\n  footer: [{title: a}, {title: a, links: 5}]\n",
        "extra:\n  logo: " + "a" * 5000 + ".svg\n",
        "\ufeffsite_name: A",
        "# A",
    ],
)
def test_odd_files_make_no_traceback(project, text):
    projects.write(project, "mkdocs.yml", text)
    judged(project)


def test_what_only_a_generator_understands_is_passed_over(project):
    assert configured(project, "  tagline: !ENV [A, b]\n  logo: !ENV LOGO\n  operator: !ENV [A]\n") == []


def test_a_forgotten_quote_is_explained(project):
    found = configured(project, "  colors:\n    light:\n      act: #0a4a4c\n      act-2: [1]\n")
    assert [(f.code, f.line) for f in found] == [("colour-value", 5), ("colour-value", 6)]
    assert "act: #0a4a4c" in found[0].message


# --- Logo ------------------------------------------------------------------------------------------------


def test_a_logo_keeps_its_proportions(project):
    projects.write(project, "content/assets/logo.svg", SVG.format("<path d='M0 0h9'/>"))
    (project / "content/assets/dunkel.png").write_bytes(PNG)
    assert configured(project, "  logo: assets/logo.svg\n  logo_dark: assets/dunkel.png\n") == []
    made = Build(load(project), Site()).logo
    assert (made.path, made.width, made.height, made.dark, made.dark_width) == (
        "assets/logo.svg",
        110,
        44,
        "assets/dunkel.png",
        132,
    )


def test_without_a_logo_there_is_none(project):
    assert configured(project, '  logo: ""\n') == []
    assert Build(load(project), Site()).logo is None


@pytest.mark.parametrize(
    "path",
    [
        "assets/fehlt.svg",
        "../logo.svg",
        "/etc/logo.svg",
        "https://example.org/logo.svg",
        "assets\\logo.svg",
        "assets",
        "a//b.svg",
    ],
)
def test_a_logo_lies_below_content(project, path):
    projects.write(project, "logo.svg", SVG)
    projects.write(project, "content/assets/logo.svg", SVG)
    assert codes(configured(project, f"  logo: '{path}'\n")) == ["logo-missing"]


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        "<path onclick='x()'/>",
        "<image href='https://example.org/a.png'/>",
        "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='other.svg#a'/>",
        "<foreignObject/>",
        "<path style='fill: url(https://example.org/a)'/>",
        "<path fill='url( \"//example.org/a\")'/>",
        "<style>@import 'a.css';</style>",
        "<image href='data:image/svg+xml,a'/>",
        "<a href='javascript:x()'/>",
        "<a><set attributeName='href' to='javascript:x()'/></a>",
        "<style>a { fill: u\\72l(https://example.org/a) }</style>",
        "<style>a{}<g/>@import 'a.css';</style>",
    ],
)
def test_a_logo_that_loads_or_runs_something_is_refused(project, inside):
    projects.write(project, "content/logo.svg", SVG.format(inside))
    assert codes(configured(project, "  logo: logo.svg\n")) == ["logo-unsafe"]


def test_entities_are_refused_before_they_are_expanded(project):
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("<text>&b;</text>")
    projects.write(project, "content/logo.svg", bomb)
    assert codes(configured(project, "  logo: logo.svg\n")) == ["logo-unsafe"]
    (project / "content/logo.svg").write_bytes(bomb.encode("utf-16"))
    assert codes(configured(project, "  logo: logo.svg\n")) == ["logo-type"]


@pytest.mark.parametrize(
    "inside",
    [
        "<style>.a { fill: red; filter: url(#b); }</style><path class='a' style='fill: url(#b)'/>",
        "<image href='data:image/png;base64,AAAA'/><use href='#a'/>",
        "<a href='https://example.org'><title>A</title></a>",
        "<!-- <script/> -->",
    ],
)
def test_what_stays_within_the_file_is_allowed(project, inside):
    projects.write(project, "content/logo.svg", SVG.format(inside))
    assert configured(project, "  logo: logo.svg\n") == []


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<html/>", b"<svg", b'<svg viewBox="0 0 1 1"/>', b"\xff\xfe", PNG])
def test_the_ending_is_not_believed(project, data):
    (project / "content/logo.svg").write_bytes(data)
    assert codes(configured(project, "  logo: logo.svg\n")) == ["logo-type"]


@pytest.mark.parametrize("data", [b"", PNG[:20], b"\xff\xd8\xff", PNG.replace((300).to_bytes(4), b"\0\0\0\0")])
def test_a_broken_png_is_refused(project, data):
    (project / "content/logo.png").write_bytes(data)
    assert codes(configured(project, "  logo: logo.png\n")) == ["logo-type"]


@pytest.mark.parametrize(
    "attributes", ["", "width='100%' height='100%'", "viewBox='0 0 0 10'", "viewBox='a b c d'", "width='9'"]
)
def test_a_logo_without_size_is_refused(project, attributes):
    projects.write(project, "content/logo.svg", f"<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>")
    assert codes(configured(project, "  logo: logo.svg\n")) == ["logo-size"]
