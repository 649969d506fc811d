"""„Gelernt“: the lessons of all entries, by theme.

Lessons are told in standard language only. An easy page leads to the entries that tell them, and has as many parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.catalogue import number
from vorbild.derive import addresses, paging
from vorbild.views import Item, LessonsPage, Link, ListPage, Page, Shown, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry
    from vorbild.schema import Concept
    from vorbild.views import Card

_VOCABULARY = "lesson_themes"


def told(entry: Entry, theme: str) -> bool:
    """Whether an entry learned something on the theme of this id."""
    return any(str(value.get("theme", "")) == theme for value in entry.role("lessons") or ())


def of_entry(present: Presenter, entry: Entry, theme: str) -> list[Item]:
    """Return the lessons of an entry on the theme of this id."""
    return [item for own, item in _lessons(present, entry) if own == theme]


def _cards(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple({card.href: card for card in cards}.values())


def _by_theme(present: Presenter) -> dict[str, list[tuple[Item, Card]]]:
    """Return all lessons by the id of their theme, each with the card of its entry."""
    found: dict[str, list[tuple[Item, Card]]] = {}
    for entry in present.library.entries:
        for theme, item in _lessons(present, entry):
            found.setdefault(theme, []).append((item, present.card(entry)))
    return found


def _lessons(present: Presenter, entry: Entry) -> Iterator[tuple[str, Item]]:
    """Yield the lessons of an entry, each with the id of its theme and a link back to the entry."""
    field = entry.schema.role("lessons")
    if field is None or field.item is None:
        return
    known = [child.name for child in field.item.children]
    for value in entry.role("lessons") or ():
        item = present.item(field.item, value, known)
        origin = Shown(
            present.title(entry),
            addresses.site(addresses.entry(entry.kind, entry.slug), "lessons"),
            note=str(entry.place.get("name", "")),
        )
        # On this page the number of a source would point nowhere.
        shown = {name: shown for name, shown in item.values.items() if name != "source"}
        yield str(value.get("theme", "")), Item({**shown, "entry": origin})


def pages(present: Presenter) -> Iterator[Page]:
    """Yield the overview of the themes and the pages of each."""
    texts = present.texts
    lessons = _by_theme(present)
    vocabulary = present.library.schemas.vocabularies.get(_VOCABULARY)
    if vocabulary is None:
        return
    themes = tuple(_theme(present, one, lessons[one.id]) for one in vocabulary.concepts if one.id in lessons)
    title, lead = texts("lessons.title"), texts("lessons.lead")
    yield Page(
        addresses.LESSONS,
        title,
        lead,
        "pages/lessons.html",
        LessonsPage(title, lead, themes),
        (present.home, Link(title)),
    )
    overview = Link(title, addresses.site(addresses.LESSONS))
    for concept in vocabulary.concepts:
        if concept.id not in lessons:
            continue
        label, lead = present.label(concept), present.definition(concept) or texts("lessons.lead")
        name = texts("lessons.theme_title", theme=label)
        uri = addresses.lessons(concept)
        others = tuple(theme for theme in themes if theme.title != label)
        for part, part_uri, found, links in paging.parts(lessons[concept.id], uri):
            crumbs = (present.home, overview, *paging.trail(texts, label, uri, part))
            own = paging.titled(texts, name, part)
            if present.easy:
                cards, standard = _cards(card for _, card in found), addresses.site(part_uri)
                listed = ListPage(name, lead, cards, links, (), others, texts("lessons.themes"), standard=standard)
                yield Page(part_uri, own, lead, "pages/list.html", listed, crumbs)
            else:
                view = LessonsPage(name, lead, others, tuple(item for item, _ in found), links)
                yield Page(part_uri, own, lead, "pages/lessons.html", view, crumbs)


def _theme(present: Presenter, concept: Concept, lessons: list[tuple[Item, Card]]) -> Term:
    """Return a theme with the number of its lessons, on easy pages of the entries that tell them."""
    count = len(_cards(card for _, card in lessons)) if present.easy else len(lessons)
    return Term(
        present.label(concept),
        addresses.site(addresses.lessons(concept)),
        number(count),
        present.definition(concept),
        concept.icon,
        concept.tint,
    )
