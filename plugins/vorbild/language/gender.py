"""Words that name women and men at once by a sign: Bürger*innen, Bürger/-innen, BürgerInnen."""

from __future__ import annotations

import re

from vorbild.language.lexicon import noun
from vorbild.language.lists import lists

GENDER = re.compile(
    r"(?P<stem>\b[A-ZÄÖÜ][\w-]{0,60}?[^\W\d_])"
    r"(?:(?P<sign>[*:_•·/]-?|/ |\*\*)(?P<ending>in(?:nen)?)|(?P<capital>In(?:nen)?))\b"
)


def both(match: re.Match[str]) -> str:
    """Return women and men by name for a match of GENDER (Bürgerinnen und Bürger); '' if the men are not known."""
    stem, ending = match["stem"], (match["ending"] or match["capital"]).lower()
    template = lists("signs")["pair" if ending == "innen" else "one"]
    number = "p" if ending == "innen" else "s"
    for men in (stem, f"{stem}en", f"{stem}e", f"{stem}n"):
        # The parts of a compound are not all listed: Sozial-Arbeiter.
        if any(reading.number == number and reading.case == "n" for reading in noun(men.rpartition("-")[2])):
            return str(template.format(women=f"{stem}{ending}", men=men))
    return ""
