"""The effort grows with the collection, not with its square: counted, not timed."""

from __future__ import annotations

from dataclasses import is_dataclass, replace

import corpus
import pytest
from vorbild import Build, Site, check, load
from vorbild.derive import likeness, paging, related

SMALL, LARGE = 150, 300


class Measured:
    """What building `count` entries yields."""

    def __init__(self, root, count):
        self.project = load(corpus.Corpus(count).write(root / str(count)))
        self.report = check(self.project)
        build = Build(self.project, Site())
        self.pages = list(build.pages())
        self.sizes = {page.uri: len(build.body(page)) for page in self.pages}


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    root = tmp_path_factory.mktemp("corpus")
    return Measured(root, SMALL), Measured(root, LARGE)


def test_generated_entries_are_valid(measured):
    assert [len(one.report) for one in measured] == [0, 0]


def test_same_number_gives_the_same_entry():
    assert corpus.Corpus(10).entry(7) == corpus.Corpus(9999).entry(7)


def test_pages_grow_with_the_entries(measured):
    small, large = measured
    assert LARGE < len(large.sizes) <= 2 * len(small.sizes)


def test_bytes_grow_with_the_entries(measured):
    small, large = measured
    assert sum(large.sizes.values()) <= 2.2 * sum(small.sizes.values())


def test_no_page_grows_with_the_collection(measured):
    small, large = measured
    assert max(large.sizes.values()) <= 1.2 * max(small.sizes.values())


def longest(view):
    """Return the length of the longest tuple anywhere in `view`."""
    if isinstance(view, tuple):
        return max([len(view), *map(longest, view)])
    return max(map(longest, vars(view).values()), default=0) if is_dataclass(view) else 0


def test_no_page_lists_everything(measured):
    _, large = measured
    lists = {page.uri: longest(page.view) for page in large.pages if page.template != "pages/findings.html"}
    assert max(lists.values()) <= 200
    assert len(next(page for page in large.pages if page.uri == "praxis/index.md").view.cards) == paging.PER_PAGE


def test_related_looks_at_a_bounded_number(measured, monkeypatch):
    library = measured[1].project.library
    looked, compared = [], []
    window, shared = likeness.window, likeness.Likeness.shared
    monkeypatch.setattr(likeness, "window", lambda *args: looked.extend(found := window(*args)) or found)
    monkeypatch.setattr(likeness.Likeness, "shared", lambda *args: compared.append(args) or shared(*args))
    counts = []
    for copies in (2, 4):
        entries = (replace(entry, slug=f"{entry.slug}-{copy}") for entry in library.practices for copy in range(copies))
        shown = related.relate(replace(library, entries=tuple(entries))).shown
        assert all(3 <= len(own) <= 5 for own in shown.values())
        counts.append((len(looked), len(compared)))
        looked.clear()
        compared.clear()
    # Twice the entries, twice the work; all pairs would be four times as much.
    assert all(more <= 2.6 * less for less, more in zip(*counts, strict=True))
