"""What is wrong with an easy text, with its places in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild.catalogue import Finding, texts
from vorbild.diagnostics import Diagnostic
from vorbild.easy.read import MARKDOWN
from vorbild.language.checker import covers, findings
from vorbild.language.rules import rules
from vorbild.schema import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.easy.read import EasyText
    from vorbild.language.checker import Finding as Found
    from vorbild.language.context import Context


@dataclass(frozen=True)
class EasyFinding(Finding):
    """A finding in an easy text, with what could stand there instead; '' if only a person can know."""

    proposal: str = ""


def check(easy: EasyText, context: Context) -> tuple[EasyFinding, ...]:
    """Return the findings in one text in the order of its words, without those that are exempted."""
    found = findings(easy.text, context, [exemption for exemption, _ in easy.exemptions])
    return tuple(
        EasyFinding(span.file, span.line, span.column, f.code, f.severity, f.message, _cure(f), f.proposal)
        for f in found
        for span in [easy.span(f.start)]
    )


def _cure(found: Found) -> str:
    """Return what to do, with the proposal, if there is one, in one line."""
    if not found.proposal:
        return found.help
    return texts()("easy_command.proposal", help=found.help, proposal=" / ".join(found.proposal.split("\n")))


def exceptions(easy: EasyText, context: Context) -> Iterator[Diagnostic]:
    """Yield exceptions of an easy text that have no reason, name no rule, or are about nothing."""
    all_found = findings(easy.text, context) if easy.exemptions else ()
    for exemption, span in easy.exemptions:
        if exemption.rule not in rules():
            near = nearest(exemption.rule.lower(), list(rules())) or ", ".join(rules())
            yield Diagnostic("easy-exception-rule", span, {"text": exemption.rule, "near": near})
        elif not (exemption.words and exemption.reason.strip()) and easy.file.endswith(MARKDOWN):
            # In entries the schema says so.
            yield Diagnostic("easy-exception-reason", span, {"rule": exemption.rule})
        elif exemption.words and not any(covers(exemption, finding, easy.text) for finding in all_found):
            yield Diagnostic("easy-exception-unused", span, {"rule": exemption.rule, "words": exemption.words})
