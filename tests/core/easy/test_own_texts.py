"""The project's own easy texts keep the rules, also those of the interface."""

from __future__ import annotations

import pytest
import yaml
from projects import ROOT
from vorbild import easy, load
from vorbild.language.checker import findings
from vorbild.language.context import Context
from vorbild.language.reading import markdown
from vorbild.project import easy_context, easy_files

PROJECT = load(ROOT)
CONTEXT = easy_context(PROJECT)
FILES = sorted(easy_files(PROJECT))


def told(found):
    return [f"{one.line}:{one.column} {one.code}: {one.message}" for one in found]


@pytest.mark.parametrize("file", FILES)
def test_no_easy_text_has_an_error(file):
    texts = list(easy.read((ROOT / file).read_text("utf-8"), file, []))
    assert texts, "this file is listed as one with easy texts"
    found = [one for text in texts for one in easy.check(text, CONTEXT) if one.severity == "error"]
    assert told(found) == []


@pytest.mark.parametrize("file", FILES)
def test_every_exception_is_needed(file):
    texts = easy.read((ROOT / file).read_text("utf-8"), file, [])
    assert [found for text in texts for found in easy.exceptions(text, CONTEXT)] == []


@pytest.mark.parametrize("name", ["shell", "pages"])
def test_no_text_of_the_interface_has_an_error(name):
    catalogue = ROOT / "plugins" / "vorbild" / "catalogues" / f"{name}.de-simple.yml"
    bad = []
    for key, words in leaves(yaml.safe_load(catalogue.read_text("utf-8")), name):
        # Names that are filled in stand for a word.
        text = markdown(words.replace("{", "").replace("}", ""))
        found = [one for one in findings(text, Context()) if one.severity == "error"]
        # What names a picture for the ear has no lines.
        bad += [f"{key}: {one.message}" for one in found if one.code != "sentence-line" or ".name" not in key]
    assert bad == []


def leaves(node, key):
    if isinstance(node, dict):
        for name, child in node.items():
            yield from leaves(child, f"{key}.{name}")
    else:
        yield key, str(node)
