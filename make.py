"""The project's one command line: ``python3 make.py site | serve | check | easy | new | test | bench``.

Standard library only. It sets up ``.venv`` from the lock files and runs the real tools in it. Every
sentence a person reads comes from the catalogue beside the package. The file has to stay parseable by
Python 3.8, so that an old Python gets a clear sentence instead of a traceback: no ``match``, and no newer
syntax or module outside functions that only run after the version check.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

MINIMUM = (3, 11)
CATALOGUE = Path("plugins", "vorbild", "catalogues", "make.json")
# The one sentence that cannot come from the catalogue, because it reports that the catalogue is gone.
NO_CATALOGUE = "Die Datei {path} fehlt oder ist unlesbar. Bitte das Projekt vollständig neu holen."
# What pip prints when nothing answered, as opposed to a wrong hash or a package that does not build.
NETWORK_SIGNS = (
    "NewConnectionError",
    "NameResolutionError",
    "Max retries",
    "timed out",
    "ConnectionError",
    "SSLError",
)
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
# Playwright may have its browser and still be unable to start it, for want of system libraries.
BROWSER_TRIAL = (
    "from playwright.sync_api import sync_playwright as start\nwith start() as p: p.chromium.launch().close()"
)
# The Node packages that audit the site, and where npm's record of a finished installation lies.
AUDIT = Path("tests", "audit")
AUDIT_STAMP = Path("node_modules", ".vorbild-stamp")
# A line of mkdocs.yml, not a remark, that chooses the search engine which needs a package of its own.
PAGEFIND = re.compile(r"^[^#\n]*\bengine:[ \t]*[\"']?pagefind\b", re.MULTILINE)
# How MkDocs marks what our plugin has to say of a build that went well.
HINT = "INFO    -  vorbild: "
# Another project's settings must not reach the tools, nor a stray switch of our own.
DROPPED = {"PYTHONHOME", "PYTHONPATH", "VORBILD_OFFLINE", "VORBILD_DIRECTORY_URLS", "VORBILD_PREVIEW"}
PATIENCE_SECONDS = 600.0
INTERRUPTED = 130
TERMINATED = 143
USAGE_ERROR = 2


class StopError(Exception):
    """Ends the run with a sentence from the catalogue and an exit code."""

    def __init__(self, key: str, code: int = 1, **values: object) -> None:
        """Remember which sentence to print, with which values."""
        super().__init__(key)
        self.key = key
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Project:
    """Where everything is, and the sentences to speak."""

    root: Path
    texts: Mapping[str, str]

    @property
    def venv(self) -> Path:
        """Return the folder of the project's own environment."""
        return self.root / ".venv"

    def tool(self, name: str) -> str:
        """Return the path of a program of the environment."""
        return str(self.venv / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else "")))

    def sentence(self, key: str, **values: object) -> str:
        """Fill one sentence of the catalogue."""
        command = "python" if os.name == "nt" else "python3"
        return self.texts[key].format(
            python=command, minimum=version_text(MINIMUM), found=platform.python_version(), **values
        )

    def say(self, key: str, **values: object) -> None:
        """Print one sentence at once, so that it stands before the output of the step it announces."""
        print(self.sentence(key, **values), flush=True)


def version_text(version: Sequence[int]) -> str:
    """Write a version number."""
    return ".".join(str(number) for number in version)


def load_texts(root: Path) -> dict[str, str]:
    """Read the catalogue; a text is a string or a list of lines."""
    entries = json.loads((root / CATALOGUE).read_text(encoding="utf-8"))
    return {key: text if isinstance(text, str) else "\n".join(text) for key, text in entries.items()}


def remove(path: Path) -> None:
    """Remove a file, link or folder if it is there."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


# --- Running programs ------------------------------------------------------------------------------------


def run(project: Project, *command: str, quiet: bool = False, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run a program in the project folder; return its exit code and, if quiet, what it printed."""
    kept = {key: value for key, value in os.environ.items() if key not in DROPPED}
    # Material's notice about its own future would only worry readers.
    kept.update({"NO_MKDOCS_2_WARNING": "1"}, **(env or {}))
    if quiet:
        kept["PYTHONIOENCODING"] = "utf-8"
    with subprocess.Popen(
        command,
        cwd=project.root,
        env=kept,
        stdin=subprocess.DEVNULL if quiet else None,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        encoding="utf-8",
        errors="replace",
    ) as child:
        try:
            output = child.communicate()[0] or ""
        except KeyboardInterrupt:
            # Ctrl-C reached the child as well: let it tidy up before this process ends.
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=5)
            child.kill()
            raise
        except SystemExit:
            # A termination signal reaches this process only; nobody else would end the child.
            child.terminate()
            raise
    code = child.returncode
    return (code if code >= 0 else 128 - code), output


def last_lines(output: str, count: int = 8) -> str:
    """Return the end of a tool's output, where the reason usually stands."""
    return "\n".join("  " + line for line in output.strip().splitlines()[-count:])


# --- One run at a time -----------------------------------------------------------------------------------


def try_lock(handle: int) -> bool:
    """Take the operating system's lock on an open file; it vanishes with the process, even a killed one."""
    try:
        if sys.platform == "win32":
            # Windows also forbids reading a locked byte: lock one far behind the process number.
            os.lseek(handle, 1 << 20, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # Some network drives know no locks: better to work unprotected there than not at all.
        return True
    return True


@contextlib.contextmanager
def exclusive(project: Project, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Let one run at a time change the environment and the built site; others wait for their turn."""
    handle = os.open(project.root / ".make.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        deadline = time.monotonic() + patience
        announced = False
        while not try_lock(handle):
            os.lseek(handle, 0, os.SEEK_SET)
            pid = os.read(handle, 20).decode("ascii", "replace").strip() or "?"
            if time.monotonic() >= deadline:
                raise StopError("busy", pid=pid, minutes=round(patience / 60))
            if not announced:
                project.say("waiting", pid=pid)
                announced = True
            time.sleep(0.2)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid():<20}".encode("ascii"))
        yield
    finally:
        os.close(handle)


# --- The environment -------------------------------------------------------------------------------------


def fingerprints(project: Project) -> dict[str, str]:
    """Describe what the environment must have been made from, one entry per step."""
    python = (platform.python_implementation(), version_text(sys.version_info[:2]), sys.platform)
    found = {"venv": " ".join((*python, platform.machine(), str(project.root)))}
    files = {
        "lock": "requirements.lock",
        "pagefind": "requirements-pagefind.lock",
        "test": "requirements-test.lock",
        "project": "pyproject.toml",
    }
    for step, name in files.items():
        path = project.root / name
        if not path.is_file():
            raise StopError("file_missing", path=path)
        found[step] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def stamp_path(project: Project) -> Path:
    """Return the file that records which steps are done; it dies with the environment."""
    return project.venv / "vorbild-stamp.json"


def read_stamp(project: Project) -> dict[str, str]:
    """Read what the environment was made from; nothing if it was never finished."""
    try:
        stamp = json.loads(stamp_path(project).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def steps_due(project: Project, *, test: bool) -> list[str]:
    """List the steps the environment still needs; an empty list means: no work and no network."""
    wanted, stamp = fingerprints(project), read_stamp(project)
    chosen = {"pagefind": wants_pagefind(project), "test": test}
    steps = [step for step in wanted if chosen.get(step, True)]
    # A changed lock starts afresh too: packages that are gone from it must not linger.
    sound = all(stamp.get(step) == wanted[step] for step in ("venv", "lock"))
    if not sound or not python_works(project):
        return steps
    return [step for step in steps if stamp.get(step) != wanted[step]]


def wants_pagefind(project: Project) -> bool:
    """Tell whether mkdocs.yml chooses Pagefind; what else stands in it is read by the build."""
    try:
        return bool(PAGEFIND.search((project.root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False


def python_works(project: Project) -> bool:
    """Tell whether the environment's Python starts; it does not once its base was updated away."""
    try:
        return run(project, project.tool("python"), "-c", "", quiet=True)[0] == 0
    except OSError:
        return False


def create_venv(project: Project) -> None:
    """Make an empty environment in place of whatever is there."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise StopError("venv_module_missing", module=module)
    import venv  # noqa: PLC0415 - some distributions leave it out, and that must not end in a traceback

    remove(project.venv)
    try:
        # In this process, because an activated .venv would take its own Python away with the old folder.
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(project.venv)
    except subprocess.CalledProcessError as error:
        output = error.output.decode("utf-8", "replace") if isinstance(error.output, bytes) else str(error)
        raise StopError("venv_failed", detail=last_lines(output)) from error


def pip_install(project: Project, *arguments: str) -> None:
    """Install by the environment's own pip, silently unless it fails."""
    pip = (
        project.tool("python"),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--quiet",
    )
    code, output = run(project, *pip, "--no-deps", *arguments, quiet=True)
    if code:
        offline = any(sign in output for sign in NETWORK_SIGNS)
        if offline:  # The lines before the last two only repeat how often it was tried.
            raise StopError("no_network", detail=last_lines(output, 2))
        raise StopError("install_failed", detail=last_lines(output))


def prepare(project: Project, *, test: bool = False) -> None:
    """Bring the environment up to date, recording each finished step so that none is repeated."""
    actions: dict[str, Callable[[], None]] = {
        "venv": lambda: create_venv(project),
        "lock": lambda: pip_install(project, "--require-hashes", "-r", "requirements.lock"),
        "pagefind": lambda: pip_install(project, "--require-hashes", "-r", "requirements-pagefind.lock"),
        "test": lambda: pip_install(project, "--require-hashes", "-r", "requirements-test.lock"),
        "project": lambda: pip_install(project, "--no-build-isolation", "--editable", "."),
    }
    for step in steps_due(project, test=test):
        project.say("step_" + step)
        actions[step]()
        stamp = dict(read_stamp(project), **{step: fingerprints(project)[step]})
        stamp_path(project).write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def missing_audit(project: Project, key: str, **values: str) -> None:
    """Tell which checks are left out; in CI, which runs all, end the run instead."""
    if os.environ.get("CI") == "true":
        raise StopError(key, 1, **values)
    project.say(key, **values)
    project.say("audit_skipped")


def prepare_audit(project: Project) -> None:
    """Install the Node packages that audit the site, once for each lock; without Node the tests that need none run."""
    folder = project.root / AUDIT
    lock = folder / "package-lock.json"
    if not lock.is_file():
        raise StopError("file_missing", path=lock)
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        missing_audit(project, "node_missing")
        return
    wanted, stamp = hashlib.sha256(lock.read_bytes()).hexdigest(), folder / AUDIT_STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    project.say("step_audit")
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1")
    code, output = run(project, npm, "ci", "--prefix", str(folder), *quiet, quiet=True)
    if code:
        missing_audit(project, "node_failed", detail=last_lines(output, 3))
        return
    stamp.write_text(wanted, encoding="utf-8")


# --- The commands ----------------------------------------------------------------------------------------


def recover(project: Project, target: str) -> None:
    """Tidy up after an interrupted run: the last good site comes back, half-built ones go."""
    site, old = project.root / target, project.root / (target + ".alt")
    if old.exists() and not site.exists():
        old.rename(site)
        project.say("restored", target=target)
    remove(old)
    remove(project.root / (target + ".neu"))


def rename(source: Path, goal: Path, pause: float) -> None:
    """Rename a folder; on Windows a file someone is reading forbids it for a moment, so try again."""
    for _ in range(9):
        try:
            source.rename(goal)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.rename(goal)


def swap(project: Project, target: str, pause: float = 0.2) -> bool:
    """Put the new site in place of the old one; on failure the old one stays and the new one waits."""
    site, old, new = (project.root / (target + ending) for ending in ("", ".alt", ".neu"))
    try:
        if site.exists():
            rename(site, old, pause)
        try:
            rename(new, site, pause)
        except OSError:
            if old.exists():
                rename(old, site, pause)
            raise
    except OSError:
        return False
    shutil.rmtree(old, ignore_errors=True)  # What is left of it goes at the next start.
    return True


def report(output: str) -> str:
    """Leave out what a build tells when all is well."""
    return "\n".join(line for line in output.splitlines() if line.strip() and not line.startswith("INFO "))


def explanation(project: Project) -> str:
    """Return what the check says of the content, in German and all at once; empty if the reason lies elsewhere."""
    check = (project.tool("python"), "-m", "vorbild", "check")
    # A tool that cannot start ends with the same code as one that finds something, but speaks no JSON.
    try:
        findings = json.loads(run(project, *check, "--format", "json", quiet=True)[1])
    except ValueError:
        return ""
    return run(project, *check, quiet=True)[1].rstrip() if findings else ""


def command_site(project: Project, arguments: list[str]) -> int:
    """Build the site beside the last good one and swap the two only after success."""
    if arguments not in ([], ["--offline"]):
        raise StopError(
            "unknown_option", USAGE_ERROR, option=next((a for a in arguments if a != "--offline"), arguments[-1])
        )
    target = "site-offline" if arguments else "site"
    env = {"VORBILD_OFFLINE": "1", "VORBILD_DIRECTORY_URLS": "false"} if arguments else {}
    new = project.root / (target + ".neu")
    with exclusive(project):
        prepare(project)
        recover(project, target)
        project.say("build", target=target)
        build = (project.tool("python"), "-m", "mkdocs", "build", "--strict", "--site-dir", str(new))
        code, output = run(project, *build, quiet=True, env=env)
        warned = any(line.startswith(("WARNING", "ERROR", "CRITICAL")) for line in output.splitlines())
        if code or warned:
            print(explanation(project) or report(output), flush=True)
        if code or not new.is_dir():
            remove(new)
            first = not (project.root / target).exists()
            raise StopError("build_failed_first" if first else "build_failed", code or 1, target=target)
        if not swap(project, target):
            project.say("swap_failed", target=target, path=new)
            return 0
    project.say("done_" + target, path=project.root / target / "index.html")
    for line in output.splitlines():
        if line.startswith(HINT):
            print(line[len(HINT) :], flush=True)
    return 0


def command_serve(project: Project, arguments: list[str]) -> int:
    """Show the site and rebuild it after each change."""
    with exclusive(project):
        prepare(project)
    project.say("serve")
    serve = (project.tool("python"), "-m", "mkdocs", "serve", *arguments)
    return run(project, *serve, env={"VORBILD_PREVIEW": "true"})[0]


def command_vorbild(name: str) -> Callable[[Project, list[str]], int]:
    """Return a command that hands its arguments to the tool of the same name."""

    def command(project: Project, arguments: list[str]) -> int:
        with exclusive(project):
            prepare(project)
        return run(project, project.tool("python"), "-m", "vorbild", name, *arguments)[0]

    return command


def installed_browser() -> str | None:
    """Find a Chromium or Chrome that is already on this machine."""
    wanted = os.environ.get("VORBILD_BROWSER")
    if wanted and shutil.which(wanted):
        return wanted
    for name in BROWSER_NAMES:
        found = shutil.which(name)
        if found:
            return found
    places = [Path("/Applications", app + ".app", "Contents", "MacOS", app) for app in ("Google Chrome", "Chromium")]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        folder = os.environ.get(variable)
        if folder:
            places.append(Path(folder, "Google", "Chrome", "Application", "chrome.exe"))
            places.append(Path(folder, "Microsoft", "Edge", "Application", "msedge.exe"))
    return next((str(place) for place in places if place.is_file()), None)


def find_browser(project: Project) -> str:
    """Find or fetch a browser for the tests; the empty string stands for Playwright's own, or none."""
    found = installed_browser()
    if found:
        return found
    python = project.tool("python")
    if run(project, python, "-c", BROWSER_TRIAL, quiet=True)[0] == 0:
        return ""
    project.say("browser_download")
    fetched = run(project, python, "-m", "playwright", "install", "chromium", quiet=True)[0] == 0
    if fetched and run(project, python, "-c", BROWSER_TRIAL, quiet=True)[0] == 0:
        return ""
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        project.say("browser_packages")
        quiet_apt = {"DEBIAN_FRONTEND": "noninteractive"}
        run(project, "apt-get", "update", quiet=True, env=quiet_apt)
        run(
            project,
            "apt-get",
            "install",
            "-y",
            "--no-install-recommends",
            "chromium",
            quiet=True,
            env=quiet_apt,
        )
        found = installed_browser()
    if not found:
        project.say("browser_missing")
    return found or ""


def run_checks(project: Project) -> list[str]:
    """Run every static check, also after a failed one, and return the names of those that failed."""
    python, failed = project.tool("python"), []
    checks = {
        "check_ruff_check": ("ruff check", (python, "-m", "ruff", "check", "--quiet")),
        "check_ruff_format": ("ruff format", (python, "-m", "ruff", "format", "--check", "--quiet")),
        "check_mypy": ("mypy", (python, "-m", "mypy", "--strict")),
        "check_imports": ("lint-imports", (project.tool("lint-imports"),)),
    }
    for key, (name, command) in checks.items():
        project.say(key)
        code, output = run(project, *command, quiet=True)
        if code:
            print(output.strip(), flush=True)
            project.say("check_failed", name=name)
            failed.append(name)
    return failed


def command_test(project: Project, arguments: list[str]) -> int:
    """Run all checks and tests, or pytest alone with the given arguments."""
    with exclusive(project):
        prepare(project, test=True)
        prepare_audit(project)
    failed = [] if arguments else run_checks(project)
    env = {"VORBILD_BROWSER": find_browser(project)}
    if failed:
        project.say("checks_failed", names=", ".join(failed))
    project.say("pytest")
    # Nothing is printed after this: pytest's closing line is the last one.
    code = run(project, project.tool("python"), "-m", "pytest", "-n", "2", "--dist=worksteal", *arguments, env=env)[0]
    return code or int(bool(failed))


def command_bench(project: Project, arguments: list[str]) -> int:
    """Run the measurements."""
    if not (project.root / "benchmarks").is_dir():
        raise StopError("file_missing", path=project.root / "benchmarks")
    with exclusive(project):
        prepare(project, test=True)
    project.say("bench")
    return run(project, project.tool("python"), "-m", "benchmarks", *arguments)[0]


COMMANDS: Mapping[str, Callable[[Project, list[str]], int]] = {
    "site": command_site,
    "serve": command_serve,
    "check": command_vorbild("check"),
    "easy": command_vorbild("easy"),
    "new": command_vorbild("new"),
    "test": command_test,
    "bench": command_bench,
}


def dispatch(project: Project, arguments: list[str]) -> int:
    """Run the command named by the first argument."""
    if sys.version_info[:2] < MINIMUM:
        raise StopError("python_too_old", USAGE_ERROR)
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        project.say("help")
        return 0
    command = COMMANDS.get(arguments[0])
    if command is None:
        raise StopError("unknown_command", USAGE_ERROR, command=arguments[0])
    return command(project, arguments[1:])


def terminate(*_: object) -> None:
    """End in order when asked to, so that no child is left running."""
    raise SystemExit(TERMINATED)


def main(arguments: list[str], root: Path) -> int:
    """Run one command for the project in a folder and return the exit code; never raise for the user."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # A narrow console must not stop the work.
    try:
        project = Project(root, load_texts(root))
    except (OSError, ValueError):
        print(NO_CATALOGUE.format(path=root / CATALOGUE), file=sys.stderr)
        return USAGE_ERROR
    try:
        return dispatch(project, arguments)
    except StopError as stop:
        print(project.sentence(stop.key, **stop.values), file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output is gone; writing once more at exit would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(project.sentence("system_error", error=error, root=root), file=sys.stderr)
        return 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, terminate)
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent))
