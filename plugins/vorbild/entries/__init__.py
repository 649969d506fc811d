"""Entries: case studies and practices, the library that holds them, and the checks across them."""

from vorbild.entries.checks import check
from vorbild.entries.glossary import GLOSSARY
from vorbild.entries.load import ACCESSIBILITY, ENFORCEMENT, FOLDERS, MATCHING, load
from vorbild.entries.markdown import problems
from vorbild.entries.model import MUNICIPALITY, PRACTICE, Entry, Glossary, Library, Single

__all__ = [
    "ACCESSIBILITY",
    "ENFORCEMENT",
    "FOLDERS",
    "GLOSSARY",
    "MATCHING",
    "MUNICIPALITY",
    "PRACTICE",
    "Entry",
    "Glossary",
    "Library",
    "Single",
    "check",
    "load",
    "problems",
]
