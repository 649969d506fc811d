"""What others may rely on."""

from __future__ import annotations

import inspect

import vorbild


def test_public_names_and_their_calls():
    assert vorbild.__all__ == [
        "Artefact",
        "Build",
        "ContentError",
        "Project",
        "Site",
        "build",
        "check",
        "export",
        "load",
        "write",
    ]
    calls = {name: str(inspect.signature(getattr(vorbild, name))).replace("'", "") for name in vorbild.__all__}
    assert calls["load"] == "(root: Path) -> Project"
    assert calls["check"] == "(project: Project) -> Report"
    assert calls["build"] == "(project: Project, site: Site) -> Iterator[Artefact]"
    assert calls["write"] == "(artefacts: Iterable[Artefact], target: Path) -> int"
    assert calls["export"] == "(schema: Schema, vocabularies: Mapping[str, Vocabulary]) -> str"
    assert calls["Artefact"].startswith("(path: str, data: bytes)")


def test_an_artefact_stays_in_its_folder():
    for path in ("../a", "/a", "a/../../b", ""):
        try:
            vorbild.Artefact(path, b"")
        except ValueError:
            continue
        raise AssertionError(path)
