"""Each component is documented, its examples draw in both environments, are sound HTML and pass axe."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

import gallery
import html5lib
import pytest
from jinja2 import nodes
from vorbild.catalogue import EASY

NAMES = gallery.names()
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice")
COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
WIDE, NARROW = 1280, 320
# Longer than a phone is wide.
LONG_WORD = re.compile(r"\w{30,}")
UPDATE = ".venv/bin/python tests/gallery.py"


@pytest.fixture(params=NAMES)
def part(request):
    return gallery.component(request.param)


def strings(value):
    """Yield all texts in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def problems(page):
    """Return what is wrong with a complete HTML page, apart from what needs a browser."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(page)
    found = [f"{line}:{column} {code} {details}" for (line, column), code, details in parser.errors]
    elements = [node for node in tree.iter() if isinstance(node.tag, str)]
    ids = Counter(node.get("id") for node in elements if node.get("id") is not None)
    found += [f"id {name!r} × {count}" for name, count in ids.items() if count > 1 or not name]
    level = 0
    for node in elements:
        found += [f"{node.tag} {name}" for name in node.attrib if name == "style" or name.startswith("on")]
        words = "".join(node.itertext()).strip() or node.get("aria-label", "").strip()
        heading = re.fullmatch(r"h([1-6])", node.tag)
        if not words and (heading or node.tag in {"a", "button", "summary", "dt", "dd", "th", "caption"}):
            found.append(f"empty {node.tag}")
        if node.tag == "a" and not node.get("href"):
            found.append(f"a leads nowhere: {words}")
        if heading:
            if int(heading[1]) > level + 1:
                found.append(f"h{level} to {node.tag}: {words}")
            level = int(heading[1])
    return found


# What a component says of itself


def test_each_component_has_examples_and_the_reverse():
    assert [path.stem for path in sorted(gallery.EXAMPLES.glob("*.yml"))] == NAMES


def test_it_is_one_macro_of_the_same_name(part):
    assert [macro.name for macro in part.macros] == [part.name]
    beside = [node for node in part.tree.body if not isinstance(node, nodes.Macro | nodes.FromImport)]
    assert all(isinstance(text, nodes.TemplateData) and not text.data.strip() for n in beside for text in n.nodes)


def test_its_comment_says_what_it_is_and_when_to_use_it(part):
    assert part.source.startswith(f"{{# {part.name}: "), "{# name: what it is"
    assert part.purpose.endswith(".")
    assert part.says("Use")
    assert part.says("Not")


def test_documented_parameters_are_those_of_the_macro(part):
    assert [parameter.name for parameter in part.parameters] == list(part.signature)
    assert {parameter.name for parameter in part.parameters if parameter.optional} == {
        name for name, default in part.signature.items() if default is not None
    }
    for parameter in part.parameters:
        assert parameter.type, "an annotation that may name views"


def test_it_says_what_it_needs_around_it(part):
    assert (part.says("Reads") == "t") == part.reads_texts
    assert bool(part.says("Body")) == part.takes_body


# What the examples show


def test_examples_show_each_parameter_with_and_without(part):
    assert len({example.name for example in part.examples}) == len(part.examples)
    for parameter in part.parameters:
        given = [example.params[parameter.name] for example in part.examples if parameter.name in example.params]
        assert given, f"{parameter.name} in no example"
        if parameter.optional:
            assert len(given) < len(part.examples), f"no example leaves out {parameter.name}"
        if parameter.kind.startswith("Literal"):
            defaults = [part.signature[parameter.name]] if parameter.optional else []
            assert {*given, *defaults} == set(parameter.type.__args__), parameter.name
        if parameter.kind.startswith("tuple"):
            assert any(len(items) > 1 for items in given), f"{parameter.name}: no example with several"


def test_examples_show_a_word_wider_than_a_phone(part):
    shown = [re.sub(r"<[^>]+>", " ", part.render(example)) for example in part.examples]
    given = [text for example in part.examples for text in strings([example.params, example.body])]
    words = [text for text in given if text and any(escape(text, quote=False) in html for html in shown)]
    if words:  # icons and drawings show none
        assert any(LONG_WORD.search(word) for word in words)


def test_examples_show_easy_language_where_it_has_words_of_its_own(part):
    if part.reads_texts:
        assert any(example.language == EASY for example in part.examples)


def test_an_example_cannot_have_a_field_that_the_view_lacks():
    example = gallery.Example("wrong", "", {"value": {"text": "Musterstadt", "txet": "x"}})
    with pytest.raises(ValueError, match="txet"):
        gallery.component("shown").render(example)
    with pytest.raises(ValueError, match="xl"):
        gallery.component("pictogram").render(gallery.Example("wrong", "", {"name": "bus", "size": "xl"}))


# What comes of it


def test_it_draws_what_it_drew(part):
    path = gallery.GOLDEN / f"{part.name}.html"
    assert path.is_file(), UPDATE
    assert gallery.golden(part) == path.read_text("utf-8"), f"If that is meant: {UPDATE}"


def test_no_golden_file_is_left_over():
    assert [path.stem for path in sorted(gallery.GOLDEN.iterdir())] == NAMES


def test_in_the_shell_it_draws_the_same(part):
    if not part.in_shell:
        pytest.skip("only the core draws it")
    for example in part.examples:
        core, shell = (re.sub(r"\s+", "", draw(example)) for draw in (part.render, part.render_in_shell))
        assert core == shell, example.name


def test_the_shell_draws_some():
    assert {"crumbs", "draft", "external", "go", "icon"} <= {n for n in NAMES if gallery.component(n).in_shell}


@pytest.mark.parametrize("name", gallery.pages())
def test_its_html_is_sound(name):
    assert problems(gallery.pages()[name]) == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<p><div></div></p>", "unexpected-end-tag"),
        ('<h1>A</h1><i id="a">1</i><i id="a">2</i>', "id 'a' × 2"),
        ('<h1>A</h1><a href="#x"><svg></svg></a>', "empty a"),
        ("<h1>A</h1><button> </button>", "empty button"),
        ("<h1>A</h1><h3></h3>", "empty h3"),
        ("<h1>A</h1><h3>B</h3>", "h1 to h3: B"),
        ('<h1>A</h1><p style="color: red">B</p>', "p style"),
        ('<h1>A</h1><p onclick="x()">B</p>', "p onclick"),
        ("<h1>A</h1><a>B</a>", "a leads nowhere: B"),
    ],
)
def test_html_that_is_not_sound_is_found(html, problem):
    assert problem in " ".join(
        problems(f"<!DOCTYPE html><html><head><title>x</title></head><body>{html}</body></html>")
    )


def test_the_table_of_components_is_up_to_date():
    assert gallery.reference() == gallery.REFERENCE.read_text("utf-8"), UPDATE


# In a browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with all examples as pages."""
    folder = tmp_path_factory.mktemp("gallery")
    gallery.write_pages(folder)
    return folder


@pytest.fixture(scope="module")
def window(browser):
    """Return a page in the browser that stays open, for opening one takes longer than looking at an example."""
    page = browser.new_page(reduced_motion="reduce")
    yield page
    page.close()


@pytest.mark.parametrize("name", gallery.pages())
def test_it_is_accessible_in_light_and_dark_wide_and_narrow(folder, window, name):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only with a browser

    said = []
    window.goto((folder / name).as_uri())
    window.evaluate(Axe().axe_script)  # once a page, not once a look
    for width in (WIDE, NARROW):
        window.set_viewport_size({"width": width, "height": 800})
        for scheme, only in (("light", ("tag", LEVELS)), ("dark", ("rule", COLOURS))):
            window.emulate_media(color_scheme=scheme)
            options = {"runOnly": {"type": only[0], "values": list(only[1])}, "resultTypes": ["violations"]}
            for rule in window.evaluate("options => axe.run(options)", options)["violations"]:
                said += [f"{width} {scheme} {rule['id']}: {node['html'][:160]}" for node in rule["nodes"]]
        if window.evaluate("document.documentElement.scrollWidth > innerWidth"):
            said.append(f"{width}: wider than the window")
    assert said == []
