"""Styles and scripts are bundled: nothing lost, nothing twice, an address that changes with the content."""

from __future__ import annotations

import re

from vorbild.render import bundle as bundle_in_colours


def bundle(folder, colours=None):
    return bundle_in_colours(folder, colours or {})


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def test_styles_are_joined_in_the_order_of_their_names_without_comments(tmp_path):
    made = bundle(
        write(tmp_path, {"styles/20-b.css": "/* why */\nb {\n  c: d;\n}\n", "styles/10-a.css": "a { c: d; }"})
    )
    assert made["style"].data.decode() == "a { c: d; }\nb {\nc: d;\n}\n"


def test_the_space_before_a_pseudo_class_stays(tmp_path):
    css = "@container (max-width: 3rem) {\n.a:has([b]) :is(c, d) { e: f; }\n}\n"
    assert bundle(write(tmp_path, {"styles/a.css": css}))["style"].data.decode() == css


def test_what_a_visitor_may_choose_is_also_what_her_device_may_ask_for(tmp_path):
    css = ':root[data-theme="dark"] {\n  --paper: #000;\n}\n'
    made = bundle(write(tmp_path, {"styles/a.css": css}))["style"].data.decode()
    assert re.sub(r"\s+", " ", made) == (
        '@media screen { :root[data-theme="dark"] { --paper: #000; } } '
        "@media screen and (prefers-color-scheme: dark) { :root:not([data-theme]) { --paper: #000; } } "
    )


def test_each_folder_of_scripts_is_one_file(tmp_path):
    made = bundle(
        write(tmp_path, {"scripts/x/1.js": "// why\nlet a = 1;", "scripts/x/2.js": "a++;", "styles/a.css": ""})
    )
    assert list(made) == ["x"]
    assert made["x"].data.decode().split() == ["let", "a=1;a++;"]
    assert re.fullmatch(r"assets/x\.[0-9a-f]{12}\.js", made["x"].path)


def test_the_address_changes_with_the_content_only(tmp_path):
    first = bundle(write(tmp_path, {"styles/a.css": "a { b: c; }"}))["style"].path
    assert bundle(write(tmp_path, {"styles/a.css": "a { b: d; }"}))["style"].path != first
    assert bundle(write(tmp_path, {"styles/a.css": "a { b: c; }"}))["style"].path == first
