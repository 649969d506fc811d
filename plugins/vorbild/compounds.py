"""Long words of easy language: written once with a hyphen at each seam, shown with hyphen or Mediopunkt."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HYPHEN, MEDIOPOINT = "hyphen", "mediopoint"
STYLES = (HYPHEN, MEDIOPOINT)
"""How a site may show the seams; the names that mkdocs.yml knows."""

_HYPHENS = "-\u2011"
# Hyphen, hyphen that does not break, and the three characters that people type as a Mediopunkt.
_JOINTS = "\\-\u2011\u00b7\u2022\u2219\u22c5"
_PART = r"[^\W_]+"
WORD = rf"{_PART}(?:[{_JOINTS}]{_PART})+"
"""What may be a word with seams, as the source of a regular expression."""
_SPLIT = re.compile(f"([{_JOINTS}])")
_SEAMS = re.compile(f"[{_JOINTS}\u00ad]")


class Compounds:
    """Knows which joints of a word are seams of easy language, and which hyphens everybody writes."""

    def __init__(self, kept: Iterable[str], adjectives: Iterable[str] = (), endings: Iterable[str] = ()) -> None:
        """Take words whose hyphens stay, such as E-Mail and Nieder-Olm, and what makes a word an adjective.

        `adjectives` are second parts (frei), `endings` their inflections.
        """
        self._kept = frozenset(tuple(word.casefold().split("-")) for word in kept if "-" in word)
        self._longest = max(map(len, self._kept), default=0)
        alternatives = ("|".join(map(re.escape, words)) for words in (adjectives, endings))
        self._adjective = re.compile("(?:{})(?:{})?".format(*alternatives))

    def split(self, word: str) -> tuple[str, ...]:
        """Return `word` at its seams, as hyphens show it: capitals where the parts of a noun begin."""
        pieces = _SPLIT.split(word)
        parts, joints = pieces[::2], pieces[1::2]
        real = self._real(parts, joints)
        adjective = parts[0][0].islower() or self._adjective.fullmatch(parts[-1].lower()) is not None
        shown = [parts[0]]
        for part, joint, stays in zip(parts[1:], joints, real, strict=True):
            if stays:
                shown[-1] += f"-{part}"
            elif joint in _HYPHENS or adjective:
                shown.append(part)
            else:
                shown.append(part[0].upper() + part[1:])
        return tuple(shown)

    def joined(self, word: str) -> str:
        """Return `word` as standard German writes it, without seams: Rollstuhlrampe for Rollstuhl-Rampe."""
        first, *rest = self.split(word)
        return first + "".join(lowered(part) for part in rest)

    def _real(self, parts: Sequence[str], joints: Sequence[str]) -> list[bool]:
        """Return for each joint whether everybody writes a hyphen there."""
        # Mund-zu-Mund, and syllables for speaking: Mo-ni-to-ring.
        phrase = parts[0][0].isupper() and any(part[0].islower() for part in parts[1:-1])
        real = [
            joint in _HYPHENS and (phrase or _stands_alone(before) or _stands_alone(after))
            for joint, before, after in zip(joints, parts, parts[1:], strict=False)
        ]
        lower = [part.casefold() for part in parts]
        for start in range(len(parts)):
            for size in range(2, min(self._longest, len(parts) - start) + 1):
                if self._is_kept(tuple(lower[start : start + size])):
                    # Whoever writes E-Mail and S-Bahn writes E-Mail-Adresse and S-Bahn-Station as well.
                    for joint in range(max(start - 1, 0), min(start + size, len(joints))):
                        real[joint] = True
        return real

    def _is_kept(self, parts: tuple[str, ...]) -> bool:
        """Return whether the hyphens of `parts` stay, also in the genitive: Nieder-Olms."""
        return parts in self._kept or (*parts[:-1], parts[-1].removesuffix("s")) in self._kept


def plain(word: str) -> str:
    """Return `word` for comparison: without seams, capitals, and the umlauts that a plural brings along."""
    bare = _SEAMS.sub("", word).casefold()
    if bare.isascii():
        return bare
    return "".join(mark for mark in unicodedata.normalize("NFD", bare) if not unicodedata.combining(mark))


def lowered(part: str) -> str:
    """Return a part behind a seam as it stands inside a word; what is all capitals stays."""
    return part if _stands_alone(part) else part[0].lower() + part[1:]


def _stands_alone(part: str) -> bool:
    """Return whether a hyphen beside `part` is a real one: UN, CAP, 24, and single letters."""
    return len(part) == 1 or part.isupper() or any(sign.isdigit() for sign in part)
