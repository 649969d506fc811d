"""A town's own colours: names that exist, values that are colours, and enough contrast wherever two of them meet.

The colours of the site itself (10-tokens.css) are held to the same rule, so that it does not matter where a town
changes them. Which colours meet is data: contrast.yml beside the styles.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild import palette, source
from vorbild.catalogue import number
from vorbild.contrast import Colour, Demand, luminance, nearest_passing, parse, passes, ratio, tones
from vorbild.diagnostics import Diagnostic, Span
from vorbild.schema import nearest, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from vorbild.config import Config, Setting

STYLES = "overrides/styles"
TOKENS = f"{STYLES}/10-tokens.css"
PAIRS = f"{STYLES}/contrast.yml"


@dataclass(frozen=True)
class Pair:
    """Two colours that meet, by name: a text or a shape, and its ground."""

    front: str
    ground: str
    minimum: float


@dataclass(frozen=True)
class _Value:
    """One value of a colour; the dark scheme has the same as the light one unless somebody gave it its own."""

    name: str
    text: str
    colour: Colour | None
    span: Span
    excerpt: str
    own: bool  # from mkdocs.yml


_Place = tuple[str, str]  # scheme and name, where a value was written


def colours(config: Config) -> dict[str, dict[str, str]]:
    """Return the town's own colours by scheme and name, those that are colours."""
    return {
        scheme: {name: setting.text for name, setting in group.items() if parse(setting.text)}
        for scheme, group in config.colours.items()
    }


def check(root: Path, config: Config) -> Iterator[Diagnostic]:
    """Yield what is wrong with the colours of mkdocs.yml and of 10-tokens.css."""
    if not (root / TOKENS).is_file() or not (root / PAIRS).is_file():
        return  # another look altogether, with rules of its own
    css = (root / TOKENS).read_text("utf-8", errors="replace")
    declared = palette.declared(css)
    known = [name for name, declaration in declared[palette.LIGHT].items() if parse(declaration.value)]
    found: list[Diagnostic] = []
    pairs = read_pairs(root, declared[palette.LIGHT], found)
    yield from found
    yield from _settings(config.colours, known)
    places, values = _values(css, declared, config.colours)
    needed = {name for pair in pairs for name in (pair.front, pair.ground)}
    for value in values.values():
        if value.name in needed and value.colour is None and not value.own:
            yield Diagnostic("colour-value", value.span, {"excerpt": value.excerpt})
    yield from _contrast(pairs, places, values)


def read_pairs(root: Path, declared: Mapping[str, object], diagnostics: list[Diagnostic]) -> list[Pair]:
    """Return the pairs of contrast.yml, without those that name a colour which is not `declared`."""
    document = source.parse((root / PAIRS).read_bytes(), PAIRS)
    diagnostics += document.diagnostics
    entries = {key.text: node for key, node in document.root.entries} if document.root else {}
    listed = entries.get("pairs")
    pairs: list[Pair] = []
    if document.root is not None and not (isinstance(listed, source.Sequence) and listed.items):
        diagnostics.append(Diagnostic("contrast-pairs", document.root.span))
    for node in listed.items if isinstance(listed, source.Sequence) else ():
        raw = plain(node)
        match raw:
            case {"minimum": int() | float() as minimum, "colours": [*fronts], "grounds": [*grounds]}:
                names = [str(name) for name in (*fronts, *grounds)]
            case _:
                diagnostics.append(Diagnostic("contrast-pairs", node.span))
                continue
        unknown = [name for name in names if name not in declared]
        diagnostics += [Diagnostic("unknown-colour", node.span, _near(name, list(declared))) for name in unknown]
        if not unknown:
            pairs += [Pair(str(f), str(g), minimum) for f, g in itertools.product(fronts, grounds)]
    return pairs


def _settings(given: Mapping[str, Mapping[str, Setting]], known: Sequence[str]) -> Iterator[Diagnostic]:
    for group in given.values():
        for name, setting in group.items():
            if name not in known:
                yield Diagnostic("unknown-colour", setting.span, _near(name, known))
            elif parse(setting.text) is None:
                yield Diagnostic("colour-value", setting.span, {"excerpt": setting.excerpt})


def _near(name: str, known: Sequence[str]) -> dict[str, str]:
    return {"name": name, "near": nearest(name, known) or ", ".join(known)}


def _values(
    css: str,
    declared: Mapping[str, Mapping[str, palette.Declaration]],
    given: Mapping[str, Mapping[str, Setting]],
) -> tuple[dict[_Place, _Place], dict[_Place, _Value]]:
    """Return where each scheme's colours are written, and the values there, as the cascade has them."""
    lines, excerpts = source.Lines(css, TOKENS), css.splitlines()
    values: dict[_Place, _Value] = {}
    for scheme, name in itertools.product((palette.LIGHT, palette.DARK), declared[palette.LIGHT]):
        setting, declaration = given.get(scheme, {}).get(name), declared[scheme].get(name)
        if setting is not None and parse(setting.text):
            values[scheme, name] = _Value(
                name, setting.text, parse(setting.text), setting.span, setting.excerpt, own=True
            )
        elif declaration is not None:
            span = lines.span(declaration.offset)
            excerpt = excerpts[span.line - 1].strip()[:60]
            values[scheme, name] = _Value(name, declaration.value, parse(declaration.value), span, excerpt, own=False)
    places = {
        (scheme, name): (scheme, name) if (scheme, name) in values else (palette.LIGHT, name)
        for scheme, name in itertools.product((palette.LIGHT, palette.DARK), declared[palette.LIGHT])
    }
    return places, values


def _contrast(
    pairs: Sequence[Pair], places: Mapping[_Place, _Place], values: Mapping[_Place, _Value]
) -> Iterator[Diagnostic]:
    """Yield a finding for each value that has too little contrast anywhere.

    Proposals hold together: each is made for what the others will be once they are followed. So the values are taken
    in order, and a meeting of two wrong ones is left to the later.
    """
    meetings = list(
        dict.fromkeys(
            (places[scheme, pair.front], places[scheme, pair.ground], pair.minimum)
            for scheme in (palette.LIGHT, palette.DARK)
            for pair in pairs
        )
    )
    now = {place: value.colour for place, value in values.items() if value.colour is not None}
    meetings = [(front, ground, minimum) for front, ground, minimum in meetings if front in now and ground in now]
    failed = [meeting for meeting in meetings if ratio(now[meeting[0]], now[meeting[1]]) < meeting[2]]
    often = Counter(place for front, ground, _ in failed for place in (front, ground))
    wrong: dict[_Place, list[tuple[_Place, float]]] = {}
    for front, ground, minimum in failed:
        # Who changed a colour has to adapt it; of two changed ones, the one that fits nowhere.
        blamed = max(front, ground, key=lambda place: (values[place].own, often[place]))
        wrong.setdefault(blamed, []).append((ground if blamed == front else front, minimum))
    pending = {place: None for place in values if place in wrong}
    for place in list(pending):
        del pending[place]
        demands = [
            (front if ground == place else ground, minimum)
            for front, ground, minimum in meetings
            if place in (front, ground) and (front if ground == place else ground) not in pending
        ]
        value, before = values[place], now[place]
        proposal = nearest_passing(before, [Demand(now[other], minimum) for other, minimum in demands])
        if proposal is None:
            yield _conflict(value, before, [(values[o], Demand(now[o], minimum)) for o, minimum in demands])
            continue
        other, minimum = min(
            wrong[place], key=lambda found: ratio(before, values[found[0]].colour or before) / found[1]
        )
        now[place] = proposal
        params = {
            "name": value.name,
            "value": value.text,
            "other": values[other].name,
            "other_value": values[other].text,
            # Cut off, not rounded: 6.996 is not 7.
            "ratio": number(math.floor(ratio(before, values[other].colour or before) * 100) / 100),
            "minimum": number(minimum),
            "proposal": str(proposal),
        }
        yield Diagnostic("colour-contrast", value.span, params)


def _conflict(value: _Value, colour: Colour, demands: Sequence[tuple[_Value, Demand]]) -> Diagnostic:
    """Return which two colours no tone of `colour` can satisfy together; itself is one of them if a ground is gray."""
    met = [(other, {tone for tone in tones(colour) if passes(tone, [demand])}) for other, demand in demands]
    alone = next(((value, other) for other, some in met if not some), None)
    two = next(((a, b) for (a, first), (b, second) in itertools.combinations(met, 2) if not first & second), None)
    # Three may exclude each other though no two do: then the outermost are named.
    ordered = sorted((other for other, _ in demands), key=lambda other: luminance(other.colour or colour))
    first, second = alone or two or (ordered[0], ordered[-1])
    return Diagnostic(
        "colour-conflict",
        value.span,
        {
            "name": value.name,
            "value": value.text,
            "first": first.name,
            "first_value": first.text,
            "second": second.name,
            "second_value": second.text,
        },
    )
