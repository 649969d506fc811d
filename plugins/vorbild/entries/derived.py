"""Values that follow from others: the size of a place from its population, a duration from start and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vorbild.catalogue import number
from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vorbild.schema import Concept, Positions, Schema, Values, Vocabulary

_RUNNING = "running"
_Day = tuple[int, int, int]


class _Result(NamedTuple):
    """The term that follows, '' if none does, and, if another one is given, what the finding says of it."""

    term: str
    against: Mapping[str, str]


def derived(
    values: Values,
    positions: Positions,
    schema: Schema,
    vocabularies: Mapping[str, Vocabulary],
    diagnostics: list[Diagnostic],
) -> Values:
    """Return `values` with what follows from them; what is given and contradicts that is a finding."""
    sizes, durations = vocabularies.get("municipality_sizes"), vocabularies.get("durations")
    roles = {role: field.name for role in ("place", "period", "reviewed_on") if (field := schema.role(role))}
    today = str(values.get(roles.get("reviewed_on", "")) or "")
    for role, part in (("place", "size"), ("period", "duration")):
        name = roles.get(role, "")
        own = values.get(name)
        if not isinstance(own, dict):
            continue
        result = _size(own, sizes) if role == "place" else _duration(own, today, durations)
        if result.against:
            where = positions.value((name, part))
            diagnostics.append(Diagnostic(f"{part}-contradiction", where, result.against))
        if result.term:
            values = {**values, name: {**own, part: result.term}}
    return values


def _size(place: Values, sizes: Vocabulary | None) -> _Result:
    population, given = place.get("population"), place.get("size")
    concept = sizes.for_population(population) if sizes and isinstance(population, int) else None
    # A district or a whole state has a population too, and is no town of that size.
    if sizes is None or concept is None or (given in sizes and sizes[given].population_from is None):
        return _Result("", {})
    against = _against(given, [concept], sizes)
    return _Result(concept.id, {**against, "population": number(place["population"])} if against else {})


def _duration(period: Values, today: str, durations: Vocabulary | None) -> _Result:
    """Return how long it ran, in whole years from its start to its end; while it is running, to `today`.

    A year or month without a day may mean any day in it; if that leaves more than one term, none follows. A pilot,
    what has ended, and what may have: without an end nothing is known of it.
    """
    start, end = period.get("start"), period.get("end")
    if durations is None or not start or not today or not (end or period.get("status") == _RUNNING):
        return _Result("", {})
    (earliest, latest), until = _days(str(start)), [*map(min, _days(str(end or today)), _days(today))]
    years = range(max(_years(latest, until[0]), 0), _years(earliest, until[1]) + 1)
    possible = list(dict.fromkeys(concept for count in years if (concept := durations.for_years(count))))
    return _Result(possible[0].id if len(possible) == 1 else "", _against(period.get("duration"), possible, durations))


def _against(given: object, possible: Sequence[Concept], vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return what a finding says of a `given` term that is none of those that are possible; nothing if it is one."""
    if not possible or given not in vocabulary or vocabulary[given] in possible:
        return {}
    names, ids = (", ".join(words) for words in zip(*((c.name, c.id) for c in possible), strict=True))
    return {"given": vocabulary[given].name, "derived": names, "id": ids}


def _days(text: str) -> tuple[_Day, _Day]:
    """Return the first and the last day that an ISO date, month or year may mean; each month has 31 of them."""
    year, month, day = (int(part) for part in (*text.split("-"), "0", "0")[:3])
    return (year, month or 1, day or 1), (year, month or 12, day or 31)


def _years(start: _Day, end: _Day) -> int:
    """Return the whole years from `start` to `end`, below 0 if it ends before it starts."""
    return end[0] - start[0] - (end[1:] < start[1:])
