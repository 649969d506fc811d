"""The engine of the search: chosen in mkdocs.yml, possible in some editions only, and recommended by its weight."""

from __future__ import annotations

import random
import re

import projects
import pytest
from vorbild import Build, Site, check, load
from vorbild.artefact import Artefact
from vorbild.cli import main
from vorbild.engines import ENGINES, HEAVY, LUNR, PAGEFIND
from vorbild.headers import policy
from vorbild.render import PagefindError
from vorbild.render.pagefind.index import VERSION
from vorbild.search import hint

CHOSEN = f"site_name: Musterstadt\nextra:\n  search:\n    engine: {PAGEFIND}\n"


@pytest.fixture
def root(tmp_path):
    return projects.make(tmp_path / "projekt")


@pytest.fixture
def no_package(monkeypatch):
    """Let Pagefind be missing, whether it is installed or not."""

    def missing():
        raise PagefindError("page.no_pagefind")

    monkeypatch.setattr("vorbild.render.pagefind.program", missing)


@pytest.fixture
def stand_in(monkeypatch):
    """Let there be a Pagefind, whether it is installed or not."""
    monkeypatch.setattr("vorbild.render.pagefind.program", lambda: (("pagefind.js", b"//"),))


def paths(build):
    return [artefact.path for artefact in build.data()]


def test_without_a_choice_lunr_searches(root):
    build = Build(load(root), Site())
    assert build.engine == LUNR
    assert sum(path.startswith("assets/index.") for path in paths(build)) == 1
    assert not any("pagefind" in path for path in paths(build))


def test_the_other_engine_is_chosen_in_mkdocs_yml(root, stand_in):
    projects.write(root, "mkdocs.yml", CHOSEN)
    build = Build(load(root), Site())
    assert build.engine == PAGEFIND
    assert not any(path.startswith("assets/index.") for path in paths(build))
    assert any(path.startswith("assets/pagefind.") and "/index/" in path for path in paths(build))
    script = build.assets["search"].data.decode()
    assert "createInstance" in script
    assert "lunr.TokenSet" not in script


def test_a_folder_that_opens_without_a_server_has_lunr_whatever_is_chosen(root, no_package):
    projects.write(root, "mkdocs.yml", CHOSEN)
    build = Build(load(root), Site(directory_urls=False))
    assert build.engine == LUNR
    assert not any("pagefind" in path for path in paths(build))


def test_an_engine_that_does_not_exist_is_a_finding_and_lunr_searches(root):
    projects.write(root, "mkdocs.yml", CHOSEN.replace(PAGEFIND, "elastic"))
    project = load(root)
    (found,) = check(project)
    assert (found.code, found.span.line) == ("config-choice", 4)
    assert found.params["allowed"] == ", ".join(ENGINES)
    assert Build(project, Site()).engine == LUNR


def test_without_the_package_a_build_says_what_to_do(root, no_package, capsys, tmp_path):
    projects.write(root, "mkdocs.yml", CHOSEN)
    assert main(["--root", str(root), "build", "--into", str(tmp_path / "ziel")]) != 0
    said = capsys.readouterr().err
    assert "pagefind_bin" in said
    assert "requirements-pagefind.lock" in said
    assert (projects.ROOT / "requirements-pagefind.lock").is_file()
    assert "Traceback" not in said
    assert not (tmp_path / "ziel").exists()


def test_only_pagefind_may_run_webassembly():
    assert "'wasm-unsafe-eval'" not in policy(LUNR)
    assert policy(PAGEFIND).replace(" 'wasm-unsafe-eval'", "") == policy(LUNR)
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy(PAGEFIND)


def test_the_version_is_the_same_wherever_it_is_named():
    for name in ("pyproject.toml", "requirements-pagefind.lock", "requirements-test.lock"):
        named = re.findall(r"pagefind[-_]bin==([\d.]+)", (projects.ROOT / name).read_text("utf-8"))
        assert set(named) == {VERSION}


# --- The hint ------------------------------------------------------------------------------------------------


def loaded(weight, index="index"):
    """Return what is loaded before a first result, with an index that no gzip makes smaller."""
    noise = random.Random(1).randbytes(weight)  # noqa: S311 - nobody is to be deceived
    return [Artefact(f"assets/{index}.0123456789ab.js", noise), Artefact("assets/search.js", b"")]


def test_a_heavy_index_is_told_with_its_weight_and_what_to_write():
    artefacts = loaded(HEAVY)
    assert f"{round(HEAVY / 1000)} kB" in hint(artefacts)
    assert "engine: pagefind" in hint(artefacts)


def test_a_light_index_and_one_that_is_not_loaded_at_once_are_not_mentioned():
    assert hint(loaded(100)) == ""
    assert hint(loaded(HEAVY, index="pagefind")) == ""


def test_pictures_do_not_count():
    assert hint([*loaded(100), Artefact("media/bild.avif", loaded(HEAVY)[0].data)]) == ""


def test_the_command_tells_it_too(root, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("vorbild.search.HEAVY", 1_000)
    assert main(["--root", str(root), "build", "--into", str(tmp_path / "ziel")]) == 0
    assert "engine: pagefind" in capsys.readouterr().out
