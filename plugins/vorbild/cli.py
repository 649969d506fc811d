"""The commands: `vorbild check | build | new | schema export | easy …`. Exit 0 clean, 1 findings, 2 wrong call."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from vorbild import cli_easy, reports, schema
from vorbild.artefact import Artefact, write
from vorbild.catalogue import explain, texts
from vorbild.entries import FOLDERS, MUNICIPALITY, PRACTICE
from vorbild.project import ContentError, build, check, load, site_of
from vorbild.render import PagefindError
from vorbild.reports import CLEAN, FINDINGS, WRONG_CALL
from vorbild.search import hint as search_hint
from vorbild.slug import SLUG, address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vorbild.diagnostics import Diagnostic

_MANIFEST = ".vorbild"
_CHECKED = ("case_studies", "content")
_t = texts()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; `arguments` without the name of the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    try:
        call = parser.parse_args(arguments)
    except reports.CallError as error:
        given = sys.argv[1:] if arguments is None else arguments
        return _wrong(_t("command.wrong_call", problem=" ".join(["vorbild", *given])) + f"\n{error}")
    if "run" not in call:
        parser.print_help()
        return WRONG_CALL
    return _run(Path(call.root).resolve(), call)


def _run(root: Path, call: argparse.Namespace) -> int:
    """Carry out the call; what stands in its way is a sentence, never a traceback."""
    if call.needs_project and not (root / schema.FOLDER).is_dir():
        return _wrong(_t("command.no_project", root=root))
    try:
        return int(call.run(root, call))
    except reports.CallError as error:
        return _wrong(str(error))
    except BrokenPipeError:
        # Whoever read the output is gone; writing once more at exit would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except OSError as error:
        if error.filename is None:  # no file of the user's, so a mistake of ours
            raise
        return _wrong(_t("command.cannot_write", file=error.filename, problem=error.strerror))


def _check(root: Path, call: argparse.Namespace) -> int:
    report = check(load(root))
    if call.files:
        names = []
        for given in call.files:
            path = Path(given).resolve()
            if not path.exists():
                return _wrong(_t("command.no_file", file=given))
            name = path.relative_to(root).as_posix() if path.is_relative_to(root) else ".."
            if name != "." and name.split("/")[0] not in _CHECKED:
                return _wrong(_t("command.outside", file=given, folders=", ".join(_CHECKED)))
            names.append(name)
        report = report.in_files(names)
    findings = [explain(diagnostic) for diagnostic in report]
    clean = _t("command.clean_files") if call.files else _t("command.clean", entries=_count(root))
    reports.FORMATS[call.format](findings, _t.plural("command.total", len(findings)) if findings else clean)
    return FINDINGS if findings else CLEAN


def _build(root: Path, call: argparse.Namespace) -> int:
    target = Path(call.into).resolve()
    manifest = target / _MANIFEST
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not manifest.is_file())):
        return _wrong(_t("command.target_in_use", target=call.into))
    try:
        project = load(root)
        artefacts = list(build(project, site_of(project)))
    except ContentError as error:
        print(_t("command.not_built"), file=sys.stderr)
        return _fail(error.report)
    except PagefindError as error:
        return _wrong(_t(error.key, **error.params))
    last = manifest.read_text("utf-8").splitlines() if manifest.is_file() else []
    listed = sorted(artefact.path for artefact in artefacts)
    manifest_ = Artefact(_MANIFEST, "".join(f"{path}\n" for path in listed).encode())
    count = write([*artefacts, manifest_], target)
    # Only now: a full disk must not cost what was there.
    _sweep(target, set(last) - set(listed))
    print(_t("command.built", count=count - 1, target=call.into))
    hint = search_hint(artefacts)
    if hint:
        print(hint)
    return CLEAN


def _sweep(target: Path, stale: set[str]) -> None:
    """Remove the files of an earlier build that this one did not write, and folders that are empty then."""
    for name in sorted(stale):
        path = target / name
        if path.is_file() and path.resolve().is_relative_to(target):
            path.unlink()
            for folder in path.relative_to(target).parents[:-1]:
                if any((target / folder).iterdir()):
                    break
                (target / folder).rmdir()


def _new(root: Path, call: argparse.Namespace) -> int:
    if not SLUG.fullmatch(call.slug):
        return _wrong(
            _t("command.bad_slug", slug=call.slug, cure=address(call.slug.removesuffix(".yml")) or "mein-beispiel")
        )
    file = f"{FOLDERS[call.kind]}/{call.slug}.yml"
    project = load(root)
    if (root / file).exists():
        return _wrong(_t("command.exists", file=file))
    if project.schemas is None:
        return _fail(project.diagnostics)
    text = schema.template(project.schemas[call.kind], project.schemas.vocabularies, _t)
    write([Artefact(file, text.encode())], root)
    print(_t("command.created", file=file))
    return CLEAN


def _export(root: Path, call: argparse.Namespace) -> int:  # noqa: ARG001 - one signature for all commands
    project = load(root)
    if project.schemas is None:
        return _fail(project.diagnostics)
    for name, one in sorted(project.schemas.schemas.items()):
        file = f"{schema.FOLDER}/{name}.json"
        write([Artefact(file, schema.export(one, project.schemas.vocabularies).encode())], root)
        print(_t("command.exported", file=file))
    return CLEAN


def _fail(diagnostics: Iterable[Diagnostic]) -> int:
    findings = [explain(diagnostic) for diagnostic in diagnostics]
    reports.text(findings, _t.plural("command.total", len(findings)))
    return FINDINGS


def _count(root: Path) -> int:
    return sum(len(list((root / folder).glob("*.yml"))) for folder in FOLDERS.values())


def _wrong(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return WRONG_CALL


class _German(argparse.ArgumentParser):
    """An argument parser whose own words come from the catalogue too."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, **options)  # type: ignore[arg-type]
        self._positionals.title = _t("command.arguments")
        self._optionals.title = _t("command.options")
        self.add_argument("-h", "--help", action="help", help=_t("command.help_help"))

    def format_help(self) -> str:
        return super().format_help().replace("usage:", f"{_t('command.usage')}:", 1)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", f"{_t('command.usage')}:", 1)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's message is English
        raise reports.CallError(self.format_usage().strip())


def _parser() -> argparse.ArgumentParser:
    parser = _German(prog="vorbild", description=_t("command.description"))
    parser.add_argument("--root", default=".", help=_t("command.help_root"))
    commands = parser.add_subparsers(
        title=_t("command.commands"), metavar="check | build | new | schema | easy", parser_class=_German
    )
    parser.set_defaults(needs_project=True)
    checking = commands.add_parser("check", help=_t("command.help_check"), description=_t("command.help_check"))
    checking.add_argument("--format", choices=list(reports.FORMATS), default="text", help=_t("command.help_format"))
    checking.add_argument("files", nargs="*", metavar="FILE", help=_t("command.help_files"))
    checking.set_defaults(run=_check)
    building = commands.add_parser("build", help=_t("command.help_build"), description=_t("command.help_build"))
    building.add_argument("--into", required=True, metavar="DIR", help=_t("command.help_into"))
    building.set_defaults(run=_build)
    new = commands.add_parser("new", help=_t("command.help_new"), description=_t("command.help_new"))
    new.add_argument("kind", choices=[PRACTICE, MUNICIPALITY], help=_t("command.help_kind"))
    new.add_argument("slug", metavar="SLUG", help=_t("command.help_slug"))
    new.set_defaults(run=_new)
    schemas = commands.add_parser("schema", help=_t("command.help_schema"), description=_t("command.help_schema"))
    schemas.add_argument("action", choices=["export"])
    schemas.set_defaults(run=_export)
    easy = commands.add_parser("easy", help=_t("command.help_easy"), description=_t("command.help_easy"))
    cli_easy.add_commands(easy, _German)
    return parser
