"""Easy texts where they are written: read from entries, pages and plain files, checked with their places, mended."""

from vorbild.easy.check import EasyFinding, check, exceptions
from vorbild.easy.fix import mend
from vorbild.easy.read import EasyText, has_exceptions, read, readable

__all__ = [
    "EasyFinding",
    "EasyText",
    "check",
    "exceptions",
    "has_exceptions",
    "mend",
    "read",
    "readable",
]
