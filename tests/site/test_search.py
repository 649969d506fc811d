"""The search in a real browser: words as Python knows them, what people type, and the promise that other scripts rely on."""

from __future__ import annotations

import gzip
import itertools
import json
from importlib import resources
from pathlib import Path

import projects
import pytest
import yaml
from vorbild import Build, Site, load, write
from vorbild.language import analysis

PROBES = yaml.safe_load(Path(__file__).with_name("probes.yml").read_text("utf-8"))
QUESTIONS = [(kind, typed, slug) for kind, probes in PROBES["probes"].items() for typed, slug in probes.items()]
OPEN = "async () => { window.engine = await vorbild.openSearch(vorbild.root || '/'); }"
ASK = "async ([question, options]) => await engine.search(question, options)"


@pytest.fixture(scope="module")
def collection(shared):
    """Return a folder with what the search of the small collection needs."""
    root = shared / "probes"
    if not (root / "site").is_dir():
        for slug, entry in PROBES["entries"].items():
            made = yaml.safe_load(projects.ENTRY) | {"title": entry["title"], "approach": entry["text"]}
            made |= {"summary": "Ein kurzer Satz über das Beispiel."}
            projects.write(root, f"case_studies/practices/{slug}.yml", yaml.safe_dump(made, allow_unicode=True))
        glossary = projects.GLOSSARY + yaml.safe_dump(
            {"synonyms": [{"words": words} for words in PROBES["synonyms"]]}, allow_unicode=True
        )
        projects.small(root, glossary=glossary)
        write(Build(load(root), Site()).data(), root / "site")
        projects.write(root, "site/index.html", "<!DOCTYPE html><html lang=de><title>Messung</title>")
    return root / "site"
