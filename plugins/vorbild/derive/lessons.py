"""„Gelernt“: the lessons of all entries, by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.catalogue import number
from vorbild.derive import addresses, paging
from vorbild.views import Item, LessonsPage, Link, Page, Shown, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter
    from vorbild.schema import Concept

_VOCABULARY = "lesson_themes"


def by_theme(present: Presenter) -> dict[str, list[Item]]:
    """Return all lessons by the id of their theme, each with its entry."""
    found: dict[str, list[Item]] = {}
    for entry in present.library.entries:
        field = entry.schema.role("lessons")
        if field is None or field.item is None:
            continue
        for value in entry.role("lessons") or ():
            known = [child.name for child in field.item.children]
            item = present.item(field.item, value, known)
            origin = Shown(
                entry.title,
                addresses.site(addresses.entry(entry.kind, entry.slug), "lessons"),
                note=str(entry.place.get("name", "")),
            )
            # On this page the number of a source would point nowhere.
            shown = {name: shown for name, shown in item.values.items() if name != "source"}
            found.setdefault(str(value.get("theme", "")), []).append(Item({**shown, "entry": origin}))
    return found


def pages(present: Presenter) -> Iterator[Page]:
    """Yield the overview of the themes and the pages of each."""
    texts = present.texts
    lessons = by_theme(present)
    vocabulary = present.library.schemas.vocabularies.get(_VOCABULARY)
    if vocabulary is None:
        return
    themes = tuple(
        _theme(concept, len(lessons[concept.id])) for concept in vocabulary.concepts if concept.id in lessons
    )
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
        name = texts("lessons.theme_title", theme=concept.label)
        uri = addresses.lessons(concept)
        others = tuple(theme for theme in themes if theme.title != concept.label)
        for part, part_uri, items, links in paging.parts(lessons[concept.id], uri):
            view = LessonsPage(name, concept.definition, others, tuple(items), links)
            own = paging.trail(texts, concept.label, uri, part)
            yield Page(part_uri, name, concept.definition, "pages/lessons.html", view, (present.home, overview, *own))


def _theme(concept: Concept, count: int) -> Term:
    return Term(
        concept.label,
        addresses.site(addresses.lessons(concept)),
        number(count),
        concept.definition,
        concept.icon,
        concept.tint,
    )
