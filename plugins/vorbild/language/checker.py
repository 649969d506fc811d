"""Checks a text against all rules of easy language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild.language.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text


@dataclass(frozen=True)
class Exemption:
    """A breach that is meant: the code of the rule, the words it is about, and why they stay."""

    rule: str
    words: str
    reason: str


@dataclass(frozen=True, order=True)
class Finding:
    """A breach in words: its places in the text, code, severity, what is wrong, what to do, proposal ('' if none)."""

    start: int
    end: int
    code: str
    severity: str
    message: str
    help: str
    proposal: str = ""


def findings(text: Text, context: Context, exemptions: Sequence[Exemption] = ()) -> tuple[Finding, ...]:
    """Return the breaches of all rules in the order of the text, without those that are exempted."""
    return tuple(
        finding
        for finding in sorted(_all(text, context))
        if not any(covers(exemption, finding, text) for exemption in exemptions)
    )


def covers(exemption: Exemption, finding: Finding, text: Text) -> bool:
    """Return whether `exemption` is about `finding`: the same rule, and its words are or hold what is marked."""
    if exemption.rule != finding.code:
        return False
    marked = text.text[finding.start : finding.end]
    if exemption.words in marked:
        return True
    before = max(finding.start - len(exemption.words), 0)
    near = text.text[before : finding.end + len(exemption.words)]
    place = near.find(exemption.words)
    return 0 <= place <= finding.start - before and place + len(exemption.words) >= finding.end - before


def _all(text: Text, context: Context) -> Iterator[Finding]:
    for rule in rules().values():
        for hit in rule.check(text, context):
            words = rule.says(hit.variant)
            params = {"words": " ".join(text.text[hit.start : hit.end].split()), **hit.params}
            yield Finding(
                hit.start,
                hit.end,
                rule.code,
                words.severity,
                words.message.format(**params),
                words.help.format(**params),
                hit.proposal,
            )
