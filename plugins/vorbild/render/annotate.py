"""Words in finished HTML: hard ones lead to the glossary, abbreviations tell their long form, foreign ones say so.

Only tags are added; what is there stays as it is, byte for byte. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from vorbild.render.markup import LANGUAGE, NO_TEXT, TAG, TEXT, UNTOUCHED, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from vorbild.views import Word

MOST_LINKS = 2
"""Links to the glossary in one paragraph, list item or cell: reading comes first."""

_CLASS = re.compile(r"\sclass=\"([^\"]*)\"")
_SHORTENED = re.compile(r"<abbr [^>]*>([^<]*)</abbr>")
_MARKED = re.compile(r'<a class="term" href="[^"#]*#([^"]*)"')

# Not inside a word or a compound, an entity, an address, or a form such as Träger*innen.
_BEFORE = r"(?<![\w\u00ad&#/@.-])(?<!&shy;)"
_AFTER = r"(?![\w\u00ad*@/-]|&shy;|:innen|\.\w)"
# An abbreviation is one in a compound too: DGS-Kurs.
_AFTER_SHORT = r"(?![\w\u00ad*@/]|&shy;|\.\w)"
_SPACE = r"\s+"

# Parts that are scanned or pressed as a whole, by their class: a second link in them would be in the way.
_QUIET = frozenset(("card", "facts", "kick", "sign", "sources", "chips", "btns"))

_SILENT, _PHRASES, _WORDS = 0, 1, 2

# The name of an element ('' if the tag opens nothing, / if it closes), whether it is running text, the level inside.
_Kind = tuple[str, bool, int]


class Annotator:
    """Marks the words of one lexicon. Made once for a site, used for each page."""

    def __init__(self, words: Iterable[Word], label: Callable[..., str]) -> None:
        """Prepare `words`; where two begin at the same place, the longer one counts.

        `label` gives a link, named `word`, its name for those who hear it alone.
        """
        self._label = label
        self._words = {escape(form, quote=False): word for word in words for form in word.forms}
        short = [form for form, word in self._words.items() if word.expansion]
        phrases = [form for form, word in self._words.items() if word.language and not word.expansion]
        self._patterns = (None, _pattern(phrases), _pattern(self._words.keys() - set(short), short))
        self._kinds: dict[str, _Kind] = {}

    def __call__(self, html: str, *, terms: bool = True, own: str = "") -> str:
        """Return `html` with its words marked.

        `terms`: links and abbreviations too, not only foreign words. `own`: the title of the page; the word that it
        is about is not linked.
        """
        if not self._words:
            return html
        subject = self._words.get(own.rpartition(": ")[2])
        # An earlier run may have linked a word after the place where it could stand now.
        seen = {*_MARKED.findall(html), subject.anchor if subject else ""}
        seen.update(_SHORTENED.findall(html))
        return _Run(self._words, self._patterns, self._kinds, self._label, seen).mark(
            html, _WORDS if terms else _PHRASES
        )


class _Run:
    """One page on its way: the open elements, and what has been marked."""

    def __init__(
        self,
        words: Mapping[str, Word],
        patterns: Sequence[re.Pattern[str] | None],
        kinds: dict[str, _Kind],
        label: Callable[..., str],
        seen: set[str],
    ) -> None:
        self._words = words
        self._patterns = patterns
        self._kinds = kinds
        self._label = label
        self._seen = seen
        # Links in the paragraph around.
        self._links = 0
        # Name of each open element, and level, whether in running text, and links before it.
        self._open: list[tuple[str, int, bool, int]] = []

    def mark(self, html: str, level: int) -> str:
        """Return `html` with its words marked, up to `level` where the place allows."""
        inside = False
        kinds, opened = self._kinds, self._open
        pieces = TAG.split(html)
        # Texts stand at even places, tags between them.
        for index, piece in enumerate(pieces):
            if index % 2 == 0:
                if piece and not piece.isspace():
                    pieces[index] = self._text(piece, level if inside or level < _WORDS else _PHRASES)
                continue
            name, text, most = kinds.get(piece) or self._kind(piece)
            if name == "/":
                level, inside = self._close(piece[2:-1].strip().lower(), level, inside=inside)
            elif name:
                opened.append((name, level, inside, self._links))
                level = min(level, most)
                if text:
                    inside, self._links = True, 0
                elif piece.startswith('<a class="term"'):
                    self._links += 1
        return "".join(pieces)

    def _close(self, name: str, level: int, *, inside: bool) -> tuple[int, bool]:
        """Close the element `name` and what is left open in it; return the level and place around it."""
        # An end tag without its beginning closes nothing.
        if self._open[-1:] and (self._open[-1][0] == name or any(name == own for own, *_ in self._open)):
            own = ""
            while own != name:
                own, level, inside, links = self._open.pop()
                if own in TEXT:
                    self._links = links
        return level, inside

    def _kind(self, tag: str) -> _Kind:
        """Return the kind of `tag` and remember it, if others may be the same."""
        name = name_of(tag)
        if not name or name[0] == "/":
            kind = (name and "/", False, _WORDS)
        elif name in UNTOUCHED or LANGUAGE.search(tag):
            kind = (name, False, _SILENT)
        else:
            classes = _CLASS.search(tag)
            quiet = name in NO_TEXT or (classes is not None and not _QUIET.isdisjoint(classes[1].split()))
            kind = (name, name in TEXT, _PHRASES if quiet else _WORDS)
        if "href=" not in tag and " id=" not in tag and not tag.startswith("<svg"):
            self._kinds[tag] = kind
        return kind

    def _text(self, text: str, level: int) -> str:
        pattern = self._patterns[level]
        if pattern is None:
            return text
        pieces: list[str] = []
        last = 0
        for match in pattern.finditer(text):
            found = match[0]
            marked = self._marked(found, self._words[" ".join(found.split())])
            if marked != found:
                pieces += (text[last : match.start()], marked)
                last = match.end()
        if not pieces:
            return text
        pieces.append(text[last:])
        return "".join(pieces)

    def _marked(self, found: str, word: Word) -> str:
        if not word.anchor:
            return f'<span lang="{word.language}">{found}</span>' if word.language else found
        linked = word.anchor in self._seen
        if self._links >= MOST_LINKS or (linked and (not word.expansion or found in self._seen)):
            return found
        marked = found
        if word.expansion:
            language = f' lang="{word.language}"' if word.language else ""
            marked = f'<abbr{language} title="{escape(word.expansion)}">{found}</abbr>'
            self._seen.add(found)
        if linked:
            return marked
        self._seen.add(word.anchor)
        self._links += 1
        label = self._label(word=" ".join(found.split())).replace('"', "&quot;")
        return f'<a class="term" href="{word.href}" aria-label="{label}">{marked}</a>'


def _pattern(forms: Iterable[str], short: Iterable[str] = ()) -> re.Pattern[str] | None:
    """Return a pattern of `forms` and of the abbreviations in `short`, the longest first; None for none."""
    trees = [
        f"{tree}{after}"
        for tree, after in ((_tree(sorted(forms)), _AFTER), (_tree(sorted(short)), _AFTER_SHORT))
        if tree
    ]
    return re.compile(f"{_BEFORE}(?:{'|'.join(trees)})") if trees else None


def _tree(forms: Sequence[str]) -> str:
    """Return `forms` as a tree of their beginnings, so that a text is not compared with each of them."""
    branches: dict[str, list[str]] = {}
    for form in forms:
        if form:
            branches.setdefault(form[0], []).append(form[1:])
    made = [f"{_SPACE if first == ' ' else re.escape(first)}{_tree(rest)}" for first, rest in branches.items()]
    if not made:
        return ""
    # A form that ends here is tried last: the longer one counts.
    optional = "?" if "" in forms else ""
    return f"(?:{'|'.join(made)}){optional}"
