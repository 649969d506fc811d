"""What a screen reader meets, in order: the accessibility tree of each kind of page against a golden file.

The pages are those of the small project in trees/project, so that new content changes nothing here. After a change
of the templates: `python3 make.py test tests/site/test_trees.py --new-trees`, then read the difference.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import kinds
import pytest

TREES = Path(__file__).parent / "trees"
# Head and foot are the same on all pages of a language: three files have them.
WHOLE = {"practice", "easy", "missing"}
# References list the whole schema or all findings; their first lines show the order as well.
MANY_LINES = 80


@pytest.fixture
def address(serve, small):
    """Return the address of the small site."""
    return serve(small)


@pytest.fixture
def look(visit, address, small, read_site):
    """Return a function that opens the page of a kind of the small site."""
    return lambda kind: visit(address + kinds.addresses(read_site(small))[kind]).page


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_a_screen_reader_meets_what_it_met_before(look, address, kind, request):
    page = look(kind)
    # Links that a script makes are absolute, and each run has its own port.
    lines = page.locator("body" if kind in WHOLE else "main").aria_snapshot().replace(address, "/").splitlines()
    lines = lines[:MANY_LINES] if kind in kinds.LONG_KINDS else lines
    golden = TREES / f"{kind}.yml"
    text = "\n".join(lines) + "\n"
    if request.config.getoption("--new-trees"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    before = golden.read_text("utf-8").splitlines() if golden.exists() else []
    change = "\n".join(difflib.unified_diff(before, lines, "bisher", "jetzt", lineterm=""))
    if change:
        pytest.fail(f"{golden.name}:\n{change}", pytrace=False)


def test_the_trees_are_those_of_the_kinds():
    assert {path.stem for path in TREES.glob("*.yml")} == set(kinds.KINDS)
