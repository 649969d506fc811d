"""The engines of the search: which there are, and from which weight on the other one is quicker."""

from __future__ import annotations

LUNR, PAGEFIND = "lunr", "pagefind"
ENGINES = (LUNR, PAGEFIND)
"""The one that works everywhere, also from a folder; and one that loads of its index only what a question needs."""
HEAVY = 110_000
"""Bytes over the wire (gzip) from which on Pagefind should take the place of lunr.

lunr loads its whole index before the first result, which grows with every entry. Pagefind begins with 90 kB of program
and grows little from there (docs/search.md has the figures). Beyond this weight, page and first hits with it, the
promise of 150 kB until the first result would soon be broken.
"""
