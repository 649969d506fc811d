"""Data for scripts: JSON in a script, which a page that is opened from a folder can load too; fetch it cannot."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from vorbild.artefact import Artefact
from vorbild.render.links import url_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vorbild.views import Criterion, FacetColumn, MatchRule, Record, Table, Title


def data_script(key: str, data: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    """Return the script that gives `data` to who waits for `key` (scripts/entries/load.js)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'vorbild.give("{key}",{text});\n'


def hashed(key: str, data: Any) -> Artefact:  # noqa: ANN401 - whatever JSON can say
    """Return the script of `data` under an address with a hash of its content, so that it may be kept for ever."""
    script = data_script(key, data).encode()
    return Artefact(f"assets/{key}.{blake2b(script, digest_size=6).hexdigest()}.js", script)


def record_scripts(records: Iterable[Record], *, directory_urls: bool) -> Iterator[Artefact]:
    """Yield a script for each record, at its path."""
    for record in records:
        shown = {key: value for key, value in asdict(record).items() if value and key != "path"}
        shown["url"] = url_of(record.url, directory_urls=directory_urls)
        shown["meta"] = [[item.icon, item.text] for item in record.meta]
        shown["rows"] = [[row.section, row.label, row.texts, row.key] for row in record.rows]
        yield Artefact(f"{record.path}.js", data_script(record.path, shown).encode())


def titles_script(titles: Mapping[str, Sequence[Title]], language: str) -> Artefact:
    """Return all titles by kind as a script; each with its id and its place."""
    listed = {kind: [[one.id, one.title, one.place] for one in own] for kind, own in titles.items()}
    return hashed(f"titles-{language}", listed)


def table_script(table: Table, *, directory_urls: bool) -> Artefact:
    """Return the table as a script. Columns are short texts: entries with commas between, their terms with points."""
    return hashed(
        "table",
        {
            "page": url_of(table.page, directory_urls=directory_urls),
            "slugs": table.slugs,
            "facets": [_column(column) for column in table.columns],
            "reviewed": table.reviewed,
            "started": table.started,
            "points": table.points,
        },
    )


def rule_script(rule: MatchRule) -> Artefact:
    """Return as a script how „Passt das zu uns?“ ranks the practices of the table."""
    return hashed("matching", {"ties": rule.ties, "criteria": [_criterion(one) for one in rule.criteria]})


def _criterion(criterion: Criterion) -> dict[str, Any]:
    return {key: value for key, value in asdict(criterion).items() if value}


def _column(column: FacetColumn) -> dict[str, Any]:
    values = ",".join(".".join(map(str, own)) for own in column.values)
    return {
        "slug": column.slug,
        "field": column.field,
        "slugs": column.slugs,
        "ids": column.ids,
        "many": column.many,
        "values": values,
    }
