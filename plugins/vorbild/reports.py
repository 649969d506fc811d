"""How commands speak: findings as text, JSON, or annotations for GitHub; their exit codes."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from vorbild.catalogue import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vorbild.catalogue import Finding

CLEAN, FINDINGS, WRONG_CALL = 0, 1, 2
_t = texts()
# What GitHub calls the severities.
_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


class CallError(Exception):
    """A call that cannot be carried out; holds the sentence that says why."""


def text(findings: Sequence[Finding], closing: str) -> None:
    """Print each finding with place, cause and cure, and the sentence `closing`."""
    for finding in findings:
        severity = _t(f"severity.{finding.severity}")
        print(_t("command.finding", **{**asdict(finding), "severity": severity}), end="\n\n")
    print(closing)


def as_json(findings: Sequence[Finding], closing: str) -> None:  # noqa: ARG001 - one signature for all formats
    """Print a list of objects."""
    print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))


def github(findings: Sequence[Finding], closing: str) -> None:  # noqa: ARG001 - as above
    """Print workflow commands, escaped as GitHub documents it."""
    for finding in findings:
        place = f"file={_escape(finding.file)},line={finding.line},col={finding.column}"
        title = _escape(_t("command.github_title", code=finding.code))
        message = f"{finding.message} {finding.help}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::{_LEVELS[finding.severity]} {place},title={title}::{message}")


def _escape(words: str) -> str:
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        words = words.replace(sign, code)
    return words


FORMATS: Mapping[str, Callable[[Sequence[Finding], str], None]] = {"text": text, "json": as_json, "github": github}
