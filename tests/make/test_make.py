"""What make.py promises, tried without a network and without installing anything."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import signal
import string
import subprocess
import sys
import textwrap
import threading
import time
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = Path("plugins", "vorbild", "catalogues", "make.json")

spec = importlib.util.spec_from_file_location("make_under_test", ROOT / "make.py")
make = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = make  # dataclasses look their module up
spec.loader.exec_module(make)

# Stands in for MkDocs: `python -m mkdocs` finds this package in the project folder first.
FAKE_MKDOCS = """
import os, sys, time
from pathlib import Path

target = Path(sys.argv[sys.argv.index("--site-dir") + 1])
target.mkdir()
(target / "index.html").write_text(Path("content.txt").read_text())
(target / "seen.txt").write_text(repr({
    name: os.environ.get(name)
    for name in ("VORBILD_OFFLINE", "VORBILD_DIRECTORY_URLS", "NO_MKDOCS_2_WARNING", "PYTHONPATH")
} | {"arguments": sys.argv[1:]}))
print("INFO    -  Building")
time.sleep(float(os.environ.get("FAKE_SECONDS", "0")))
if "FAKE_WARNING" in os.environ:
    print("WARNING -  etwas ist schief")
sys.exit(int(os.environ.get("FAKE_EXIT", "0")))
"""


@pytest.fixture
def root(tmp_path):
    """Return a project folder with everything make.py reads."""
    for name in ("requirements.lock", "requirements-pagefind.lock", "requirements-test.lock", "pyproject.toml"):
        (tmp_path / name).write_text(f"# {name}\n", encoding="utf-8")
    (tmp_path / make.AUDIT).mkdir(parents=True)
    (tmp_path / make.AUDIT / "package-lock.json").write_text("{}\n", encoding="utf-8")
    shutil.copy(ROOT / "make.py", tmp_path)
    (tmp_path / CATALOGUE).parent.mkdir(parents=True)
    shutil.copy(ROOT / CATALOGUE, tmp_path / CATALOGUE)
    return tmp_path


@pytest.fixture
def project(root):
    return make.Project(root, make.load_texts(root))


@pytest.fixture
def ready(project):
    """Return a project whose environment counts as finished, with a stand-in for MkDocs."""
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(project.venv)
    make.stamp_path(project).write_text(json.dumps(make.fingerprints(project)), encoding="utf-8")
    (project.root / "mkdocs").mkdir()
    (project.root / "mkdocs" / "__main__.py").write_text(FAKE_MKDOCS, encoding="utf-8")
    (project.root / "content.txt").write_text("eins", encoding="utf-8")
    return project


@pytest.fixture
def unpause(monkeypatch):
    monkeypatch.setattr(make.time, "sleep", lambda _: None)


def call(project, *arguments, **env):
    """Run make.py as a person would."""
    return subprocess.run(
        [sys.executable, str(project.root / "make.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        timeout=60,
        check=False,
    )


def page(project, target="site"):
    return (project.root / target / "index.html").read_text(encoding="utf-8")


def leftovers(project):
    return sorted(path.name for path in project.root.glob("site*.*"))


# --- Sentences -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_help_names_every_command(project, capsys, arguments):
    assert make.main(arguments, project.root) == 0
    text = capsys.readouterr().out
    assert all(f"  {command} " in text for command in make.COMMANDS)


def test_an_unknown_command_is_named_and_ends_with_2(project, capsys):
    assert make.main(["baue"], project.root) == 2
    assert "„baue“" in capsys.readouterr().err


def test_an_unknown_option_of_site_is_named_and_ends_with_2(project, capsys):
    assert make.main(["site", "--schnell"], project.root) == 2
    assert "„--schnell“" in capsys.readouterr().err


def test_an_old_python_is_told_what_to_do(project, capsys, monkeypatch):
    monkeypatch.setattr(make, "MINIMUM", (99, 7))
    assert make.main(["site"], project.root) == 2
    captured = capsys.readouterr()
    assert "Python 99.7 oder neuer" in captured.err
    assert captured.out == ""
    assert not (project.root / ".venv").exists()


def test_python_3_8_can_read_the_file():
    # The parser rejects newer syntax only in part, so the real interpreter is asked when there is one.
    ast.parse((ROOT / "make.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    old = shutil.which("python3.8")
    if old is None or subprocess.run([old, "-c", ""], capture_output=True, check=False).returncode:
        return
    result = subprocess.run([old, str(ROOT / "make.py"), "site"], capture_output=True, check=False)
    assert result.returncode == 2
    assert "3.11" in result.stderr.decode("utf-8", "replace")


@pytest.mark.parametrize("content", [None, "{", b"\xff\xfe"])
def test_a_missing_or_broken_catalogue_is_reported_without_traceback(root, content):
    (root / CATALOGUE).unlink()
    if content is not None:
        data = content.encode() if isinstance(content, str) else content
        (root / CATALOGUE).write_bytes(data)
    result = subprocess.run(
        [sys.executable, str(root / "make.py"), "site"], capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 2
    assert "make.json fehlt" in result.stderr
    assert "Traceback" not in result.stderr


def test_code_and_catalogue_name_the_same_sentences():
    texts = make.load_texts(ROOT)
    source = (ROOT / "make.py").read_text(encoding="utf-8")
    quoted = set(re.findall(r'"([a-z0-9_-]+)"', source))
    steps = {"step_" + step for step in ("venv", "lock", "pagefind", "test", "project")}
    done = {"done_site", "done_site-offline"}
    assert set(texts) <= quoted | steps | done
    spoken = set(re.findall(r'(?:\bsay|StopError|sentence)\(\s*"([a-z0-9_]+)"', source))
    assert (spoken | steps | done) - {"step_", "done_"} <= set(texts)
    for text in texts.values():
        assert all(re.fullmatch(r"[a-z]+", name) for _, name, _, _ in string.Formatter().parse(text) if name)


def test_a_missing_file_is_named(project, capsys):
    (project.root / "requirements.lock").unlink()
    assert make.main(["site"], project.root) == 1
    assert "requirements.lock fehlt" in capsys.readouterr().err


def test_a_refused_access_is_a_sentence(project, capsys, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "verweigert", "irgendwo")

    monkeypatch.setattr(make, "prepare", refuse)
    assert make.main(["site"], project.root) == 1
    assert "irgendwo" in capsys.readouterr().err


# --- The environment -------------------------------------------------------------------------------------


@pytest.fixture
def installs(monkeypatch):
    """Record what would be installed."""
    done = []

    def fake_venv(project):
        make.remove(project.venv)
        project.venv.mkdir()
        done.append("venv")

    monkeypatch.setattr(make, "create_venv", fake_venv)
    monkeypatch.setattr(make, "pip_install", lambda _, *arguments: done.append(arguments[-1]))
    monkeypatch.setattr(make, "python_works", lambda _: True)
    return done


def test_the_first_run_installs_everything_and_the_second_nothing(project, installs, capsys):
    make.prepare(project)
    assert installs == ["venv", "requirements.lock", "."]
    assert len(capsys.readouterr().out.splitlines()) == 3
    make.prepare(project)
    assert installs == ["venv", "requirements.lock", "."]
    assert capsys.readouterr().out == ""


def test_the_test_tools_come_on_top_and_stay(project, installs):
    make.prepare(project)
    del installs[:]
    make.prepare(project, test=True)
    assert installs == ["requirements-test.lock"]
    make.prepare(project, test=True)
    make.prepare(project)
    assert installs == ["requirements-test.lock"]


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("requirements.lock", ["venv", "requirements.lock", "requirements-test.lock", "."]),
        ("requirements-test.lock", ["requirements-test.lock"]),
        ("pyproject.toml", ["."]),
    ],
)
def test_a_changed_file_repeats_just_its_steps(project, installs, changed, again):
    make.prepare(project, test=True)
    del installs[:]
    (project.root / changed).write_text("anders", encoding="utf-8")
    make.prepare(project, test=True)
    assert installs == again


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ("extra:\n  search:\n    engine: pagefind\n", True),
        ("extra:\n  search: {engine: 'pagefind'}  # groß\n", True),
        ("extra:\n  search:\n    engine: lunr\n", False),
        ("extra:\n  search:\n    # engine: pagefind\n    engine: lunr  # oder pagefind\n", False),
        ("", False),
    ],
)
def test_pagefind_comes_with_the_choice_in_mkdocs_yml(project, installs, settings, wanted):
    make.prepare(project)
    del installs[:]
    (project.root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    make.prepare(project)
    assert installs == ["requirements-pagefind.lock"] * wanted
    make.prepare(project)
    assert len(installs) == wanted


def test_a_moved_folder_gets_a_new_environment(project, installs):
    make.prepare(project)
    moved = project.root.rename(project.root.with_name("umgezogen"))
    assert make.steps_due(make.Project(moved, project.texts), test=False)[0] == "venv"


def test_another_python_gets_a_new_environment(project, installs, monkeypatch):
    make.prepare(project)
    monkeypatch.setattr(make.platform, "python_implementation", lambda: "Andere")
    assert make.steps_due(project, test=False)[0] == "venv"


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"venv": "x"}'])
def test_a_damaged_stamp_means_a_new_environment(project, installs, stamp):
    make.prepare(project)
    make.stamp_path(project).write_text(stamp, encoding="utf-8")
    assert make.steps_due(project, test=False) == ["venv", "lock", "project"]


def test_a_failed_step_is_not_recorded(project, installs, monkeypatch):
    def fail(_, *arguments):
        if arguments[-1] == "requirements-test.lock":
            raise make.StopError("install_failed", detail="")
        installs.append(arguments[-1])

    monkeypatch.setattr(make, "pip_install", fail)
    with pytest.raises(make.StopError):
        make.prepare(project, test=True)
    # The site can still be built without a network; only the missing rest is left to do.
    assert make.steps_due(project, test=False) == ["project"]
    assert make.steps_due(project, test=True) == ["test", "project"]


def test_a_python_that_does_not_start_means_a_new_environment(ready):
    assert make.steps_due(ready, test=True) == []
    Path(ready.tool("python")).unlink()
    assert make.steps_due(ready, test=False)[0] == "venv"


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_the_cure(project, capsys, monkeypatch, missing):
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else real(name))
    assert make.main(["site"], project.root) == 1
    message = capsys.readouterr().err
    assert f"Bestandteil {missing}" in message
    assert "apt install python3-venv" in message


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("x\n" * 30 + "NewConnectionError: no route\nERROR: No matching distribution", "Internetverbindung"),
        ("x\n" * 30 + "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "Installation ist gescheitert"),
    ],
)
def test_a_failed_installation_says_why(project, monkeypatch, output, sentence):
    monkeypatch.setattr(make, "run", lambda *_, **__: (1, output))
    with pytest.raises(make.StopError) as caught:
        make.pip_install(project, "-r", "requirements.lock")
    text = project.sentence(caught.value.key, **caught.value.values)
    assert sentence in text
    assert output.splitlines()[-1] in text
    assert len(text.splitlines()) < 12


# --- The site --------------------------------------------------------------------------------------------


def test_site_builds_and_says_where_to_look(ready):
    result = call(ready, "site", PYTHONPATH="/nirgends", VORBILD_OFFLINE="1")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0].startswith("Baue die Website")
    assert str(ready.root / "site" / "index.html") in result.stdout
    assert "make.py serve" in result.stdout
    assert "INFO" not in result.stdout
    assert page(ready) == "eins"
    seen = (ready.root / "site" / "seen.txt").read_text(encoding="utf-8")
    assert "'VORBILD_OFFLINE': None" in seen
    assert "'PYTHONPATH': None" in seen
    assert "'NO_MKDOCS_2_WARNING': '1'" in seen
    assert "'--strict'" in seen
    assert "'-q'" not in seen
    assert leftovers(ready) == []


def test_what_our_plugin_tells_of_a_good_build_stands_below(ready):
    before, last = FAKE_MKDOCS.rsplit("sys.exit", 1)
    told = f'{before}print("INFO    -  vorbild: Die Suche ist schwer.")\nsys.exit{last}'
    (ready.root / "mkdocs" / "__main__.py").write_text(told, encoding="utf-8")
    assert call(ready, "site").stdout.splitlines()[-1] == "Die Suche ist schwer."


def test_a_new_site_replaces_the_old_one_as_a_whole(ready):
    call(ready, "site")
    (ready.root / "site" / "alt.html").write_text("weg damit", encoding="utf-8")
    (ready.root / "content.txt").write_text("zwei", encoding="utf-8")
    assert call(ready, "site").returncode == 0
    assert page(ready) == "zwei"
    assert not (ready.root / "site" / "alt.html").exists()


def test_the_offline_edition_stands_beside_the_site(ready):
    call(ready, "site")
    result = call(ready, "site", "--offline")
    assert result.returncode == 0
    assert str(ready.root / "site-offline" / "index.html") in result.stdout
    seen = (ready.root / "site-offline" / "seen.txt").read_text(encoding="utf-8")
    assert "'VORBILD_OFFLINE': '1'" in seen
    assert "'VORBILD_DIRECTORY_URLS': 'false'" in seen
    assert page(ready) == "eins"
    assert leftovers(ready) == []


def test_a_failed_build_leaves_the_last_good_site_alone(ready):
    call(ready, "site")
    (ready.root / "content.txt").write_text("zwei", encoding="utf-8")
    result = call(ready, "site", FAKE_EXIT="3", FAKE_WARNING="1")
    assert result.returncode == 3
    assert "etwas ist schief" in result.stdout
    assert "INFO" not in result.stdout
    assert "unverändert" in result.stderr
    assert page(ready) == "eins"
    assert leftovers(ready) == []


def test_a_failed_first_build_promises_no_earlier_site(ready):
    result = call(ready, "site", FAKE_EXIT="1")
    assert result.returncode == 1
    assert "nicht gebaut" in result.stderr
    assert "unverändert" not in result.stderr
    assert not (ready.root / "site").exists()


def test_warnings_of_a_successful_build_are_shown(ready):
    result = call(ready, "site", FAKE_WARNING="1")
    assert result.returncode == 0
    assert "etwas ist schief" in result.stdout


def test_a_site_lost_between_the_two_renames_comes_back(project, capsys):
    for name in ("site.alt", "site.neu"):
        (project.root / name).mkdir()
        (project.root / name / "index.html").write_text(name, encoding="utf-8")
    make.recover(project, "site")
    assert page(project) == "site.alt"
    assert "wiederhergestellt" in capsys.readouterr().out
    assert leftovers(project) == []


def test_leftovers_never_replace_a_good_site(project, capsys):
    for name in ("site", "site.alt", "site.neu"):
        (project.root / name).mkdir()
        (project.root / name / "index.html").write_text(name, encoding="utf-8")
    make.recover(project, "site")
    assert page(project) == "site"
    assert capsys.readouterr().out == ""
    assert leftovers(project) == []


def test_recovery_of_one_edition_does_not_touch_the_other(project):
    (project.root / "site-offline.alt").mkdir()
    make.recover(project, "site")
    assert leftovers(project) == ["site-offline.alt"]


def two_sites(project):
    for name, text in (("site", "alt"), ("site.neu", "neu")):
        (project.root / name).mkdir()
        (project.root / name / "index.html").write_text(text, encoding="utf-8")


def refuse_renames(monkeypatch, refused):
    """Let the file system refuse the renames a test names, as Windows does for files in use."""
    real, tries = Path.rename, []

    def rename(self, goal):
        tries.append(self.name)
        if refused(self.name, tries.count(self.name)):
            raise PermissionError(13, "in Benutzung")
        return real(self, goal)

    monkeypatch.setattr(Path, "rename", rename)
    return tries


def test_a_site_in_use_for_a_moment_is_swapped_in_the_end(project, monkeypatch, unpause):
    two_sites(project)
    refuse_renames(monkeypatch, lambda _, count: count < 4)
    assert make.swap(project, "site")
    assert page(project) == "neu"
    assert leftovers(project) == []


@pytest.mark.parametrize("stuck", ["site", "site.neu"])
def test_a_site_in_use_for_good_keeps_both(project, monkeypatch, unpause, stuck):
    two_sites(project)
    tries = refuse_renames(monkeypatch, lambda name, _: name == stuck)
    assert not make.swap(project, "site")
    assert tries.count(stuck) == 10
    assert (page(project), page(project, "site.neu")) == ("alt", "neu")
    assert leftovers(project) == ["site.neu"]


def test_a_site_in_use_for_good_is_no_failure(ready, monkeypatch, capsys):
    monkeypatch.setattr(make, "swap", lambda *_: False)
    assert make.main(["site"], ready.root) == 0
    assert str(ready.root / "site.neu") in capsys.readouterr().out
    assert page(ready, "site.neu") == "eins"


# --- More than one run, and runs that end early ----------------------------------------------------------


def test_the_second_run_waits_for_the_first(project, capsys):
    order = []

    def second():
        with make.exclusive(project):
            order.append("second")

    with make.exclusive(project):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.3)
        order.append("first")
    thread.join(timeout=10)
    assert order == ["first", "second"]
    assert f"Prozess {os.getpid()}" in capsys.readouterr().out


def test_waiting_has_an_end(project, capsys):
    with make.exclusive(project), pytest.raises(make.StopError) as caught, make.exclusive(project, 0.0):
        pass
    assert caught.value.key == "busy"


@pytest.mark.parametrize("content", ["", "4000000", "kein Prozess"])
def test_the_file_of_a_dead_run_blocks_nobody(project, capsys, content):
    (project.root / ".make.lock").write_text(content, encoding="utf-8")
    with make.exclusive(project, 0.0):
        pass
    assert capsys.readouterr().out == ""


def test_two_builds_at_once_both_end_well(ready):
    results = []
    threads = [threading.Thread(target=lambda: results.append(call(ready, "site", FAKE_SECONDS="0.3"))) for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert [result.returncode for result in results] == [0, 0]
    assert page(ready) == "eins"
    assert leftovers(ready) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals between processes")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_build_ends_quietly_and_harms_nothing(ready, number, code):
    call(ready, "site")
    (ready.root / "content.txt").write_text("zwei", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(ready.root / "make.py"), "site"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "FAKE_SECONDS": "30"},
        start_new_session=True,
    ) as child:
        seen = ready.root / "site.neu" / "seen.txt"
        deadline = time.monotonic() + 20
        while not seen.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        # Ctrl-C reaches everything in the terminal, a termination signal only make.py itself.
        (os.killpg if number == signal.SIGINT else os.kill)(child.pid, number)
        _, errors = child.communicate(timeout=20)
    assert (child.returncode, errors) == (code, "")
    assert page(ready) == "eins"
    call(ready, "site")
    assert page(ready) == "zwei"
    assert leftovers(ready) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals between processes")
def test_a_killed_program_gives_the_code_a_shell_would(project):
    assert make.run(project, sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")[0] == 137


# --- The other commands ----------------------------------------------------------------------------------


@pytest.fixture
def calls(project, monkeypatch):
    """Record what would be run; programs named in `fails` fail."""

    class Calls(list):
        fails = ()

        def run(self, _, *command, quiet=False, env=None):
            words = [word for word in map(str, command) if word not in {"-m", project.tool("python")}]
            self.append((words, env or {}))
            return (1 if any(fail in " ".join(words) for fail in self.fails) else 0), "Ausgabe"

    recorded = Calls()
    monkeypatch.setattr(make, "run", recorded.run)
    monkeypatch.setattr(make, "prepare", lambda *_, **__: None)
    monkeypatch.setattr(make.shutil, "which", lambda _: None)
    monkeypatch.delenv("CI", raising=False)
    return recorded


@pytest.fixture
def node(project, calls, monkeypatch):
    """Pretend that Node and npm are here; npm only makes its folder."""
    monkeypatch.setattr(make.shutil, "which", lambda name: f"/bin/{name}")
    (project.root / make.AUDIT / "node_modules").mkdir()
    return calls


def npm_runs(calls):
    return [words for words, _ in calls if words[0].endswith("npm")]


def test_the_engines_of_node_are_installed_once_for_each_lock(project, node, monkeypatch):
    monkeypatch.setattr(make, "installed_browser", lambda: "/ein/chromium")
    for runs in (1, 1):
        assert make.main(["test"], project.root) == 0
        assert len(npm_runs(node)) == runs
    assert npm_runs(node)[0][1:4] == ["ci", "--prefix", str(project.root / make.AUDIT)]
    (project.root / make.AUDIT / "package-lock.json").write_text("{ }\n", encoding="utf-8")
    make.main(["test"], project.root)
    assert len(npm_runs(node)) == 2


@pytest.mark.parametrize("present", [True, False])
def test_without_the_engines_of_node_the_other_tests_run(project, calls, monkeypatch, capsys, present):
    monkeypatch.setattr(make, "installed_browser", lambda: "/ein/chromium")
    monkeypatch.setattr(make.shutil, "which", lambda name: f"/bin/{name}" if present else None)
    calls.fails = ("npm ci",)
    assert make.main(["test"], project.root) == 0
    assert calls[-1][0] == ["pytest", "-n", "2", "--dist=worksteal"]
    assert not (project.root / make.AUDIT / make.AUDIT_STAMP).exists()
    text = capsys.readouterr().out
    assert "Ausgelassen werden" in text
    assert ("nicht installieren" if present else "Node und npm sind nicht da") in text


@pytest.mark.parametrize("present", [True, False])
def test_in_ci_the_engines_of_node_must_be_there(project, calls, monkeypatch, capsys, present):
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(make.shutil, "which", lambda name: f"/bin/{name}" if present else None)
    calls.fails = ("npm ci",)
    assert make.main(["test"], project.root) == 1
    assert not any("pytest" in words for words, _ in calls)
    assert "npm" in capsys.readouterr().err


def test_serve_hands_its_arguments_on(project, calls):
    assert make.main(["serve", "-a", "127.0.0.1:8123"], project.root) == 0
    assert calls[-1][0] == ["mkdocs", "serve", "-a", "127.0.0.1:8123"]


def test_test_runs_every_check_and_pytest_last(project, calls, monkeypatch, capsys):
    monkeypatch.setattr(make, "installed_browser", lambda: "/ein/chromium")
    calls.fails = ("ruff check", "mypy")
    assert make.main(["test"], project.root) == 1
    assert [" ".join(words) for words, _ in calls] == [
        "ruff check --quiet",
        "ruff format --check --quiet",
        "mypy --strict",
        project.tool("lint-imports"),
        "pytest -n 2 --dist=worksteal",
    ]
    assert calls[-1][1] == {"VORBILD_BROWSER": "/ein/chromium"}
    lines = capsys.readouterr().out.splitlines()
    assert "ruff check, mypy" in lines[-2]
    assert "pytest" in lines[-1]


def test_test_with_arguments_runs_pytest_only_and_hands_its_code_on(project, monkeypatch, calls):
    monkeypatch.setattr(make, "installed_browser", lambda: "/ein/chromium")
    assert make.main(["test", "tests/x.py", "-k", "y"], project.root) == 0
    assert [words for words, _ in calls] == [["pytest", "-n", "2", "--dist=worksteal", "tests/x.py", "-k", "y"]]
    monkeypatch.setattr(make, "run", lambda *_, **__: (5, ""))
    assert make.main(["test", "-k", "y"], project.root) == 5


def test_bench_hands_names_on_and_misses_its_folder(project, calls, capsys):
    assert make.main(["bench"], project.root) == 1
    assert "benchmarks fehlt" in capsys.readouterr().err
    (project.root / "benchmarks").mkdir()
    assert make.main(["bench", "lesen"], project.root) == 0
    assert calls[-1][0] == ["benchmarks", "lesen"]


def test_a_browser_named_by_the_environment_comes_first(monkeypatch):
    monkeypatch.setenv("VORBILD_BROWSER", sys.executable)
    assert make.installed_browser() == sys.executable


def test_playwrights_own_browser_is_used_when_it_starts(project, calls, monkeypatch):
    monkeypatch.setattr(make, "installed_browser", lambda: None)
    assert make.find_browser(project) == ""
    assert len(calls) == 1


def test_a_browser_is_fetched_in_turn_and_its_absence_told(project, calls, monkeypatch, capsys):
    monkeypatch.setattr(make, "installed_browser", lambda: None)
    monkeypatch.setattr(make.sys, "platform", "linux")
    monkeypatch.setattr(make.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(make.shutil, "which", lambda name: f"/usr/bin/{name}")
    calls.fails = ("launch", "playwright install", "apt-get")
    assert make.find_browser(project) == ""
    tried = [" ".join(words) for words, _ in calls]
    assert [word for word in ("launch", "playwright install", "update", "install -y") if word in str(tried)] == [
        "launch",
        "playwright install",
        "update",
        "install -y",
    ]
    assert "apt install chromium" in capsys.readouterr().out


def test_nothing_is_installed_for_people_who_are_not_root(project, calls, monkeypatch, capsys):
    monkeypatch.setattr(make, "installed_browser", lambda: None)
    monkeypatch.setattr(make.os, "geteuid", lambda: 1000, raising=False)
    calls.fails = ("launch", "playwright install")
    assert make.find_browser(project) == ""
    assert "apt-get" not in str(calls)
    assert "apt install chromium" in capsys.readouterr().out


def test_a_closed_pipe_ends_without_traceback(root):
    script = textwrap.dedent(
        """
        import subprocess, sys
        child = subprocess.Popen([sys.executable, "make.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        child.stdout.close()
        print(child.stderr.read().decode(), end="")
        child.wait()
        child.stderr.close()
        """
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    assert result.stdout == ""
