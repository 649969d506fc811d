"""German-aware slugs: „Größe & Maß“ becomes groesse-mass."""

from __future__ import annotations

import re
import unicodedata

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "a"})
# Below each page, the folder of its easy twin; no entry and no term can have this address.
EASY_FOLDER = "leicht"
SLUG = re.compile(rf"(?!{EASY_FOLDER}$)[a-z0-9]+(-[a-z0-9]+)*")


def slugify(text: str, separator: str = "-") -> str:
    """Return `text` as a slug of a-z, 0-9 and `separator`; empty if nothing of it can be kept."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode("ascii")
    return separator.join(re.findall(r"[a-z0-9]+", plain))


def address(text: str) -> str:
    """Return `text` as a slug that can be part of an address."""
    slug = slugify(text)
    return f"{slug}-1" if slug == EASY_FOLDER else slug
