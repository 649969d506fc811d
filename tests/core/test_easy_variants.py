"""Everything this repository publishes has an easy variant."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGES = sorted(path for path in (ROOT / "content").rglob("*.md") if not path.name.endswith(".leicht.md"))
VOCABULARIES = sorted((ROOT / "case_studies" / "vocabularies").glob("*.yml"))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_hand_written_page_has_an_easy_twin_that_says_its_status(page):
    twin = page.with_suffix(".leicht.md").read_text("utf-8")
    assert yaml.safe_load(twin.split("---\n")[1])["easy_status"] in {"draft", "checked"}


@pytest.mark.parametrize("file", VOCABULARIES, ids=lambda path: path.stem)
def test_a_vocabulary_and_each_of_its_terms_have_an_easy_label(file):
    vocabulary = yaml.safe_load(file.read_text("utf-8"))
    assert vocabulary.get("easy")
    assert [concept["id"] for concept in vocabulary["concepts"] if not concept.get("easy")] == []
