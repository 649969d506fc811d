"""A small collection of entries, and what people would type to find something in it: tests/site/probes.yml."""

from __future__ import annotations

from pathlib import Path

import projects
import yaml

PROBES = yaml.safe_load(Path(__file__).with_name("site").joinpath("probes.yml").read_text("utf-8"))


def make(root, settings=""):
    """Write a project of these entries below `root` and return `root`; `settings` is its mkdocs.yml."""
    projects.make(root, practices=())
    (root / "case_studies/practices/beispiel.yml").unlink()
    entry = yaml.safe_load(projects.ENTRY)
    for slug, told in PROBES["entries"].items():
        entry |= {
            "title": told["title"],
            "approach": told["text"],
            "summary": "So steht es im Bericht der Beteiligten.",
        }
        projects.write(root, f"case_studies/practices/{slug}.yml", yaml.safe_dump(entry, allow_unicode=True))
    synonyms = yaml.safe_dump({"synonyms": PROBES["synonyms"]}, allow_unicode=True)
    projects.write(root, "case_studies/glossary.yml", projects.GLOSSARY + synonyms)
    if settings:
        projects.write(root, "mkdocs.yml", settings)
    return root
