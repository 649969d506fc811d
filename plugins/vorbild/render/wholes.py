"""Words of easy language in finished HTML: seams are shown as the site wants them, and what belongs together stays so.

Only in what is easy language: `lang="de-simple"`, of the page or of a part. Tags are added, and seams are shown as the
site has them; nothing else changes. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.catalogue import EASY
from vorbild.compounds import HYPHEN, WORD, lowered
from vorbild.render.markup import LANGUAGE, TAG, UNTOUCHED, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vorbild.compounds import Compounds

# Not inside an address, an entity, or a form such as Träger*innen.
_BEFORE = r"(?<![\w\u00ad&#/@.*-])(?<!&shy;)"
_AFTER = r"(?![\w\u00ad*@/-]|&shy;|:innen|\.\w)"
_OPENING = r"[\u201e\u00ab\u00bb(\"]*"
_CLOSING = r"[\u201c\u201d\u00ab\u00bb)\".,:;!?\u2026]*"
_SPACE = r"[ \n\u00a0]"
_PHONE = r"(?:\+\d{2}|0)\d*(?:[ \u00a0/\u2011-]{1,3}\d{2,})+"
# A number and the noun that it counts, unless that is too long to share a line with it.
_COUNTED = rf"\d+(?:[.,]\d+)*{_SPACE}(?!\S{{24}})(?=[A-Z\u00c4\u00d6\u00dc])(?:{WORD}|[^\W\d_]+)(?!\w)"
_MEDIOPOINT = re.compile(r"[^\W_][\u00b7\u2022\u2219\u22c5][^\W_]")
_LEAST_DIGITS = 6
_LONGEST_NAME = 24

_START = '<span class="whole">'
_WORDS = '<span class="words">'
_SEAM = '<span class="seam"></span>'
# An address is written as the post writes it; a title bears no tags.
_LEFT = UNTOUCHED | {"address", "title", "option"}
# Words for the ear only have no lines, and what is done already stays as it is.
_SILENT = (_START, '<span class="vh">')
# In these a text is laid out as words even if tags stand between them; elsewhere it may be a part in a row of its own.
_LINES = ("<p", "<h1", "<h2", "<h3", "<h4", "<td", "<dd", "<strong", "<em", "<b>", _WORDS)


class Wholes:
    """Keeps together what belongs together. Made once for a site, used for each page."""

    def __init__(
        self, compounds: Compounds, style: str, names: Iterable[str], words: Mapping[str, Sequence[str]]
    ) -> None:
        """Take what knows seams, how to show them, names of more than one word, and the words of easy.yml."""
        self._compounds = compounds
        self._style = style
        kinds = "|".join([f"(?P<phone>{_PHONE})", *_phrases(names, words), _COUNTED, WORD])
        # Quotation marks and the end of a sentence do not stand on a line of their own.
        self._whole = re.compile(
            rf"[\u201e\u00ab\u00bb(\"]*{_BEFORE}(?:{kinds}){_AFTER}[\u201c\u201d\u00ab\u00bb)\".,:;!?\u2026]*"
        )

    def __call__(self, html: str, language: str = "de") -> str:
        """Return `html`, finished and in `language` but for what says otherwise, with its words kept whole."""
        easy = language == EASY
        if not easy and f' lang="{EASY}"' not in html:
            return html
        opened: list[tuple[str, str, bool, bool]] = []
        silent = False
        pieces = TAG.split(html)
        for index, piece in enumerate(pieces):
            if index % 2:
                easy, silent = _step(piece, opened, easy=easy, silent=silent)
                if easy and "=" in piece:
                    pieces[index] = self._hyphens(piece)
            elif easy and piece and not piece.isspace():
                alone = not opened or opened[-1][1].startswith(_LINES)
                pieces[index] = self._hyphens(piece) if silent else self._text(piece, alone=alone)
        return "".join(pieces)

    def _text(self, text: str, *, alone: bool) -> str:
        made = self._whole.sub(self._kept, text)
        if alone or made == text or self._whole.fullmatch(text.strip()):
            return made
        bare = made.strip()
        return made.replace(bare, f"{_WORDS}{bare}</span>")

    def _kept(self, match: re.Match[str]) -> str:
        found = match[0]
        if match["phone"]:
            return found if sum(map(str.isdigit, found)) < _LEAST_DIGITS else f"{_START}{found}</span>"
        return f"{_START}{re.sub(WORD, self._shown, found)}</span>"

    def _shown(self, match: re.Match[str]) -> str:
        parts = self._compounds.split(match[0])
        return "-".join(parts) if self._style == HYPHEN else _SEAM.join([parts[0], *map(lowered, parts[1:])])

    def _hyphens(self, text: str) -> str:
        """Return `text` with every Mediopunkt as a hyphen, where no tag can stand: titles, names of buttons."""
        if not _MEDIOPOINT.search(text):
            return text
        return re.sub(WORD, lambda match: "-".join(self._compounds.split(match[0])), text)


def _step(tag: str, opened: list[tuple[str, str, bool, bool]], *, easy: bool, silent: bool) -> tuple[bool, bool]:
    """Go past `tag`; return whether easy language follows, and whether its words are to be left alone."""
    name = name_of(tag)
    if name.startswith("/"):
        # An end tag without its beginning closes nothing.
        if any(own == name[1:] for own, *_ in opened):
            own = ""
            while own != name[1:]:
                own, _, easy, silent = opened.pop()
    elif name:
        opened.append((name, tag, easy, silent))
        language = LANGUAGE.search(tag)
        easy = language[1].lower() == EASY if language else easy
        silent = silent or name in _LEFT or tag in _SILENT
    return easy, silent


def _phrases(names: Iterable[str], words: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield patterns of what stands in one line: dates, words with a number behind them, names of several words."""
    months = "|".join(words["months"])
    yield rf"(?:\d{{1,2}}\.{_SPACE})?(?:{months}){_SPACE}\d{{4}}"
    yield rf"\d{{1,2}}\.{_SPACE}(?:{months})(?!\w)"
    yield rf"(?:{'|'.join(words['before_number'])}){_SPACE}\d+"
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        if " " in name and len(name) <= _LONGEST_NAME:
            yield _SPACE.join(map(re.escape, name.split(" ")))
