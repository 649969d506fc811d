"""The commands for easy language: `vorbild easy check | score | fix`."""

from __future__ import annotations

import codecs
import difflib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vorbild import easy, reports, schema
from vorbild.artefact import Artefact, write
from vorbild.catalogue import explain, number, texts
from vorbild.language.checker import findings
from vorbild.language.context import Context
from vorbild.language.difficulty import difficulty, text_difficulty
from vorbild.language.reading import plain
from vorbild.language.rules import SEVERITIES
from vorbild.language.sentences import LINE_MARK
from vorbild.language.statements import statements
from vorbild.language.tagger import tag
from vorbild.project import easy_context, easy_files, load

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from vorbild.catalogue import Finding
    from vorbild.diagnostics import Diagnostic

JSONL = "jsonl"
_t = texts()


@dataclass(frozen=True)
class _File:
    """A file of easy texts: where it is, its name in reports, its text, and what its site knows."""

    path: Path
    name: str
    content: str
    texts: tuple[easy.EasyText, ...]
    context: Context


def add_commands(parser: argparse.ArgumentParser, parser_class: type[argparse.ArgumentParser]) -> None:
    """Add the commands to `vorbild easy`."""
    commands = parser.add_subparsers(
        title=_t("command.commands"), metavar="check | score | fix", parser_class=parser_class, required=True
    )
    checking = commands.add_parser("check", help=_t("easy_command.help_check"))
    checking.add_argument("--format", choices=[*reports.FORMATS, JSONL], default="text", help=_t("command.help_format"))
    checking.add_argument("--level", choices=SEVERITIES, default=SEVERITIES[-1], help=_t("easy_command.help_level"))
    kind = checking.add_mutually_exclusive_group()
    kind.add_argument("--lines", action="store_true", help=_t("easy_command.help_lines"))
    kind.add_argument("--summary", action="store_true", help=_t("easy_command.help_summary"))
    checking.set_defaults(run=_check)
    scoring = commands.add_parser("score", help=_t("easy_command.help_score"))
    scoring.add_argument("--format", choices=["text", "json"], default="text", help=_t("command.help_format"))
    scoring.set_defaults(run=_score)
    fixing = commands.add_parser("fix", help=_t("easy_command.help_fix"))
    fixing.add_argument("--write", action="store_true", help=_t("easy_command.help_write"))
    fixing.set_defaults(run=_fix)
    for command in (checking, scoring, fixing):
        files = "*" if command is checking else "+"
        command.add_argument("files", nargs=files, metavar="FILE", help=_t("easy_command.help_files"))
        command.set_defaults(needs_project=False)


def _check(root: Path, call: argparse.Namespace) -> int:
    if call.lines or call.format == JSONL:
        return _lines(call)
    problems: list[Diagnostic] = []
    files = list(_files(root, call.files, problems))
    found = {file.name: _findings(file) for file in files}
    if call.summary:
        _summary(files, found)
        return reports.FINDINGS if _errors(found.values()) else reports.CLEAN
    shown = SEVERITIES[: SEVERITIES.index(call.level) + 1]
    listed = [explain(problem) for problem in problems] + [one for several in found.values() for one in several]
    listed = [finding for finding in listed if finding.severity in shown]
    clean = _t.plural("easy_command.clean", sum(len(file.texts) for file in files))
    reports.FORMATS[call.format](listed, _t.plural("easy_command.total", len(listed)) if listed else clean)
    return reports.FINDINGS if _errors([listed]) else reports.CLEAN


def _findings(file: _File) -> list[Finding]:
    found: list[Finding] = []
    for text in file.texts:
        found += easy.check(text, file.context)
        found += [explain(diagnostic) for diagnostic in easy.exceptions(text, file.context)]
    return sorted(found, key=lambda finding: (finding.line, finding.column))


def _errors(found: Iterable[Sequence[Finding]]) -> bool:
    return any(finding.severity == "error" for several in found for finding in several)


def _summary(files: Sequence[_File], found: dict[str, list[Finding]]) -> None:
    """Print a line for each file, the worst first: by errors and warnings a hundred sentences, then by difficulty."""
    rows = []
    for file in files:
        sentences = [sentence.tokens for text in file.texts for sentence in text.text.sentences]
        counts = [sum(finding.severity == severity for finding in found[file.name]) for severity in SEVERITIES]
        per_hundred = [count * 100 / max(len(sentences), 1) for count in counts[:2]]
        rows.append((per_hundred, text_difficulty(sentences), counts, len(sentences), file.name))
    print(_t("easy_command.summary_head"))
    for _, hard, counts, count, name in sorted(rows, reverse=True):
        errors, warnings, hints = counts
        row = {"errors": errors, "warnings": warnings, "hints": hints, "sentences": count}
        print(_t("easy_command.summary_row", **row, difficulty=number(round(hard, 1)), file=name))
    print(_t("easy_command.summary_foot"))


def _lines(call: argparse.Namespace) -> int:
    if call.format != JSONL or not call.lines or len(call.files) != 1:
        raise reports.CallError(_t("easy_command.lines_call"))
    path = Path(call.files[0])
    _read(path, call.files[0])  # says what is wrong with the file
    # Other signs that may end a line, such as a lone carriage return, must not shift the numbers of the lines.
    content = path.read_bytes().decode("utf-8-sig").removesuffix("\n")
    for number_, line in enumerate(content.split("\n") if content else (), 1):
        tokens = tag(line)
        text = plain(line.replace("\r", " ").replace(LINE_MARK, "\n"))
        codes = {finding.code for finding in findings(text, Context())}
        row = {
            "line": number_,
            "codes": sorted(codes),
            "statements": statements(tokens),
            "difficulty": round(difficulty(tokens), 3),
        }
        print(json.dumps(row, ensure_ascii=False))
    return reports.CLEAN


def _score(root: Path, call: argparse.Namespace) -> int:
    rows = []
    for file in _files(root, call.files, []):
        sentences = [sentence for text in file.texts for sentence in text.text.sentences]
        words = sum(len(sentence.words) for sentence in sentences)
        hard = round(text_difficulty([sentence.tokens for sentence in sentences]), 3)
        rows.append({"file": file.name, "difficulty": hard, "sentences": len(sentences), "words": words})
        if call.format == "text":
            print(_t("easy_command.score", **rows[-1] | {"difficulty": number(hard)}))
    if call.format == "json":
        print("[{}]".format(",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)))
    return reports.CLEAN


def _fix(root: Path, call: argparse.Namespace) -> int:
    total = 0
    for file in _files(root, call.files, []):
        mended, count = easy.mend(file.content, file.name, file.context)
        if not count:
            continue
        if _problems(mended, file.name) > _problems(file.content, file.name):
            print(_t("easy_command.fix_refused", file=file.name))
            continue
        total += count
        if call.write:
            write([Artefact(file.path.name, _as_before(file.path, mended))], file.path.parent)
            print(_t("easy_command.fixed", file=file.name, count=count))
        else:
            lines = (file.content.splitlines(keepends=True), mended.splitlines(keepends=True))
            print("".join(difflib.unified_diff(*lines, file.name, file.name, n=1)), end="")
    if not total:
        print(_t("easy_command.fix_none"))
    else:
        print(_t("easy_command.fix_done") if call.write else _t("easy_command.fix_try"))
    return reports.CLEAN


def _problems(content: str, name: str) -> int:
    """Return how much of a file cannot be read; a change must not add to it."""
    problems: list[Diagnostic] = []
    for _ in easy.read(content, name, problems):
        pass
    return len(problems)


def _as_before(path: Path, content: str) -> bytes:
    """Return `content` in bytes with the line ends and the byte order mark that the file has."""
    raw = path.read_bytes()
    text = content.replace("\n", "\r\n") if b"\r\n" in raw else content
    return text.encode("utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else "utf-8")


def _files(root: Path, named: Sequence[str], problems: list[Diagnostic]) -> Iterator[_File]:
    """Yield the files that were named, or all files of the project that have easy texts."""
    project = load(root) if (root / schema.FOLDER).is_dir() else None
    if project is None and not named:
        raise reports.CallError(_t("command.no_project", root=root))
    own = easy_context(project) if project else Context()
    known = set(easy_files(project)) if project else set()
    for name in named or sorted(known):
        path = Path(name) if named else root / name
        whole = path.resolve()
        shown = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else name
        content = _read(path, name)
        context = own if shown in known else Context(own.terms, own.names, own.compounds)
        yield _File(path, shown, content, tuple(easy.read(content, shown, problems)), context)


def _read(path: Path, name: str) -> str:
    if not path.is_file():
        raise reports.CallError(_t("command.no_file", file=name))
    problems: list[Diagnostic] = []
    text = easy.readable(path.read_bytes(), name, problems)
    if text is None:
        found = explain(problems[0])
        raise reports.CallError(_t("command.finding", **vars(found) | {"severity": _t(f"severity.{found.severity}")}))
    return text
