"""Entries: case studies and practices, the library that holds them, and the checks across them."""

from vorbild.entries.checks import check
from vorbild.entries.load import FOLDERS, GLOSSARY, load
from vorbild.entries.markdown import problems
from vorbild.entries.model import MUNICIPALITY, PRACTICE, Entry, Glossary, Library

__all__ = [
    "FOLDERS",
    "GLOSSARY",
    "MUNICIPALITY",
    "PRACTICE",
    "Entry",
    "Glossary",
    "Library",
    "check",
    "load",
    "problems",
]
