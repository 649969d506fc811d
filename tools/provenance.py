"""Write the table in docs/content_provenance.md from tests/facts. Run by hand, whenever a file of facts comes or goes.

    python tools/provenance.py

The table is the part of the document below the mark; what is above it is written by people. A test compares both.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).parents[1]
_FACTS = _ROOT / "tests" / "facts"
_KINDS = {
    "practices": ("case_studies/practices", ".yml"),
    "municipalities": ("case_studies/municipalities", ".yml"),
    "pages": ("content", ".md"),
}
DOCUMENT = _ROOT / "docs" / "content_provenance.md"
_MARK = "<!-- Written by tools/provenance.py from tests/facts. Do not edit below. -->\n"


def rows() -> Iterator[str]:
    """Yield the rows of the table: for each file of facts its entry, which facts they are, and their state."""
    yield "| entry | facts | state of the facts |"
    yield "|---|---|---|"
    for kind, (folder, ending) in _KINDS.items():
        for path in sorted((_FACTS / kind).rglob("*.yml")):
            name = path.relative_to(_FACTS / kind).with_suffix("").as_posix()
            facts = yaml.safe_load(path.read_text("utf-8"))
            yield f"| [{kind}/{name}](../{folder}/{name}{ending}) | {facts['fact']} | {facts['date']} |"


def renewed(document: str) -> str:
    """Return `document` with the table as it is now."""
    head, mark, _ = document.partition(_MARK)
    return f"{head}{mark or _MARK}\n" + "".join(f"{row}\n" for row in rows())


if __name__ == "__main__":
    DOCUMENT.write_text(renewed(DOCUMENT.read_text("utf-8")), "utf-8")
