"""The real site, built once a run and read once a worker; a real browser, started once a worker."""

from __future__ import annotations

import gzip
import html
import http.server
import os
import posixpath
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import kinds
import pytest

ROOT = Path(__file__).resolve().parents[2]
# Nothing of what make.py keeps from the tools may reach them here, nor the clock of another build.
DROPPED = {
    "PYTHONHOME",
    "PYTHONPATH",
    "SOURCE_DATE_EPOCH",
    "VORBILD_DIRECTORY_URLS",
    "VORBILD_OFFLINE",
    "VORBILD_SITE_URL",
}
NOT_COPIED = (
    ".git",
    ".venv",
    ".cache",
    ".*_cache",
    "__pycache__",
    "node_modules",
    "site",
    "site.*",
    "site-offline*",
    "*.egg-info",
)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SPACE = re.compile(r"\s+")
BUILD_SECONDS = 180


# --- Building --------------------------------------------------------------------------------------------


def tool_env(root=ROOT, **more):
    """Return the environment for a tool; the packages come from the tree under test, not from where pip found them.

    That is the tree at `root`, or this one if that has content only.
    """
    packages = (root if (root / "plugins").is_dir() else ROOT) / "plugins"
    kept = {key: value for key, value in os.environ.items() if key not in DROPPED}
    return {
        **kept,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(packages),
        **more,
    }


def run_build(target, *, root=ROOT, generator="mkdocs", arguments=(), **env):
    """Run a strict build as a user would; return its exit code and what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", generator, "build", "--strict", "--site-dir", str(target), *arguments],
        cwd=root,
        env=tool_env(root, **env),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=BUILD_SECONDS,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def fill_once(folder, make):
    """Let the first of all workers fill `folder` by `make(folder)`; the others wait for it."""
    done, failed = folder.with_name(folder.name + ".done"), folder.with_name(folder.name + ".failed")
    try:
        folder.with_name(folder.name + ".taken").mkdir(parents=True)
    except FileExistsError:
        deadline = time.monotonic() + BUILD_SECONDS
        while not done.exists() and not failed.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
    else:
        problem = make(folder)
        target = failed if problem else done
        target.with_suffix(".part").write_text(problem or "", encoding="utf-8")
        target.with_suffix(".part").replace(target)
    if not done.exists():
        pytest.fail(failed.read_text("utf-8") if failed.exists() else f"{folder} wurde nicht fertig")
    return folder


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def filled(shared):
    """Return a function that returns a folder of a name, filled by the first worker that asks: `make(folder)`."""
    return lambda name, make: fill_once(shared / name, make)


@pytest.fixture(scope="session")
def root():
    """Return the folder of the project under test."""
    return ROOT


@pytest.fixture(scope="session")
def build():
    """Return the function that builds."""
    return run_build


@pytest.fixture(scope="session")
def edition(shared):
    """Return a function that builds an edition of the site once a run; `env` are its settings."""

    def make(name, **env):
        def fill(folder):
            code, output = run_build(folder, **env)
            (shared / f"{name}.log").write_text(output, encoding="utf-8")
            return "" if code == 0 else f"mkdocs build --strict endet mit {code}:\n{output}"

        return fill_once(shared / name, fill)

    return make


@pytest.fixture(scope="session")
def built(edition):
    """Return the folder of the site as `make.py site` builds it."""
    return edition("site")


@pytest.fixture(scope="session")
def build_log(built):
    """Return what the build of the site printed."""
    return built.with_name("site.log").read_text("utf-8")


@pytest.fixture(scope="session")
def offline(edition):
    """Return the folder of the edition that opens from a folder."""
    return edition("site-offline", VORBILD_DIRECTORY_URLS="false", VORBILD_OFFLINE="1")


@pytest.fixture(scope="session")
def copy_project():
    """Return a function that copies the project without what was built or installed."""

    def copy(target):
        shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*NOT_COPIED))
        return target

    return copy


@pytest.fixture(scope="session")
def copy_small():
    """Return a function that copies the project of a few entries in trees/project, with the real schemas and look.

    It builds in a quarter of the time: for tests that build again and again, or that content must not change.
    """

    def copy(target):
        shutil.copytree(ROOT / "tests/site/trees/project", target)
        for name in ("case_studies/schema", "case_studies/vocabularies", "overrides"):
            shutil.copytree(ROOT / name, target / name)
        shutil.copy(ROOT / "case_studies/matching.yml", target / "case_studies/matching.yml")
        return target

    return copy


@pytest.fixture(scope="session")
def small(shared, copy_small):
    """Return the folder of the small project's site, built once a run."""

    def fill(folder):
        code, output = run_build(folder, root=copy_small(folder.with_name("small-project")))
        return "" if code == 0 else output

    return fill_once(shared / "small", fill)


@pytest.fixture(scope="session")
def environment():
    """Return the function that makes the environment of a tool."""
    return tool_env


def contents(folder):
    """Return all files below `folder` by path; gzip files also unpacked, so that a difference can be read."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            found[name] = path.read_bytes()
            if name.endswith(".gz"):
                found[name + " (unpacked)"] = gzip.decompress(found[name])
    return found


@pytest.fixture(scope="session")
def files_of():
    """Return the function that reads a tree."""
    return contents


# --- Reading ---------------------------------------------------------------------------------------------


@dataclass
class Node:
    """An element; `children` are elements and texts in order."""

    tag: str
    attrs: dict
    children: list = field(default_factory=list)

    def all(self, *tags, templates=False):
        """Yield this element and those below it with one of `tags`, in order; all of them without tags.

        What stands in a template is in the page only after a script has put it there; with `templates` that too.
        """
        stack = [self]
        while stack:
            node = stack.pop()
            if not tags or node.tag in tags:
                yield node
            if templates or node.tag != "template":
                stack += [child for child in reversed(node.children) if isinstance(child, Node)]

    def having(self, name):
        """Yield the elements with class `name`."""
        return (node for node in self.all() if name in node.attrs.get("class", "").split())

    @property
    def text(self):
        """The words in it, spaces as one; pictures by their alternative text."""
        return SPACE.sub(" ", "".join(self._words())).strip()

    def _words(self):
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag == "img":
                yield child.attrs.get("alt", "")
            else:
                yield from child._words()


class _Reader(HTMLParser):
    """Builds the tree. That tags are closed in order is shown by html5lib elsewhere."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        while len(self.open) > 1:
            if self.open.pop().tag == tag:
                break

    def handle_data(self, data):
        self.open[-1].children.append(data)


@dataclass
class Page:
    """One HTML file of a site."""

    path: str
    source: str

    @cached_property
    def root(self):
        """The tree."""
        reader = _Reader()
        reader.feed(self.source)
        reader.close()
        return reader.root

    @cached_property
    def nodes(self):
        """All elements in order."""
        return list(self.root.all())[1:]

    @cached_property
    def ids(self):
        """All ids in order, also those that scripts put in place."""
        return [node.attrs["id"] for node in self.root.all(templates=True) if "id" in node.attrs]

    @cached_property
    def links(self):
        """What its `a` elements lead to, as written."""
        return [node.attrs["href"] for node in self.nodes if node.tag == "a" and "href" in node.attrs]

    @cached_property
    def main(self):
        """The main part."""
        return next(node for node in self.nodes if node.tag == "main")

    @cached_property
    def heading(self):
        """The words of its first heading."""
        return next(node for node in self.nodes if node.tag == "h1").text

    @property
    def easy(self):
        """Whether it is in easy language."""
        return next(node for node in self.nodes if node.tag == "html").attrs.get("lang") == "de-simple"

    @property
    def sheet(self):
        """Whether it prints an easy text for a test group; it is no variant of a page (decision 0029)."""
        return self.path.endswith("leicht/pruefen/index.html")


class Site:
    """A built site: its pages by path and where their links lead."""

    def __init__(self, folder, base=""):
        self.folder = folder
        self.base = base
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        self.pages = {
            name: Page(name, (folder / name).read_text("utf-8"))
            for name in sorted(self.files)
            if name.endswith(".html")
        }

    def page(self, address):
        """Return the page of an address such as `praxis/`."""
        return self.pages[posixpath.join(address, "index.html") if not address.endswith(".html") else address]

    def below(self, folder):
        """Return the pages right below a folder, such as all practices for `praxis`; its easy twin is none of them."""
        pattern = re.compile(rf"{re.escape(folder)}/(?!leicht/)([^/]+)/index\.html")
        return {match[1]: page for name, page in self.pages.items() if (match := pattern.fullmatch(name))}

    def target(self, page, href, *, folders=True):
        """Return file and anchor of a link: None for another host, an empty file for one that is not there."""
        if self.base and href.startswith(self.base):
            href = "/" + href.removeprefix(self.base)
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if not path:
            return page.path, unquote(parts.fragment)
        place = posixpath.normpath(posixpath.join("/", posixpath.dirname(page.path), path))
        # normpath at the root hides what climbs out of the site
        if path.startswith("../") and path.count("../") > page.path.count("/"):
            return "", unquote(parts.fragment)
        name = place.lstrip("/")
        if folders and (path.endswith(("/", "..", ".")) or name == ""):
            name = posixpath.join(name, "index.html")
        return (name if name in self.files else ""), unquote(parts.fragment)

    @cached_property
    def reached(self):
        """The pages that links lead to from the start page, with how many clicks it takes."""
        clicks, queue = {"index.html": 0}, ["index.html"]
        for name in queue:
            for href in self.pages[name].links:
                found = self.target(self.pages[name], href)
                if found and found[0] in self.pages and found[0] not in clicks:
                    clicks[found[0]] = clicks[name] + 1
                    queue.append(found[0])
        return clicks


@pytest.fixture(scope="session")
def site(built):
    """Return the site, read."""
    return Site(built)


@pytest.fixture(scope="session")
def read_site():
    """Return the function that reads a site."""
    return Site


@pytest.fixture(scope="session")
def gather():
    """Return a list of findings that fails once, with all of them."""

    class Findings(defaultdict):
        def add(self, page, what):
            self[page].append(str(what))

        def none(self):
            shown = [f"{page}: {'; '.join(whats[:5])}" for page, whats in list(self.items())[:25]]
            if self:
                pytest.fail(f"{len(self)} Seiten:\n" + "\n".join(shown), pytrace=False)

    return lambda: Findings(list)


# --- Looking at it ---------------------------------------------------------------------------------------


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server as operators have one: folders answer with their index, wrong addresses with 404.html."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Say nothing."""

    def send_error(self, code, message=None, explain=None):
        """Answer with the site's own page."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def serve():
    """Return a function that serves a folder and returns its address."""
    servers = {}

    def start(folder):
        if folder not in servers:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: _Quiet(*args, directory=folder))
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            servers[folder] = server
        return f"http://127.0.0.1:{servers[folder].server_port}/"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(serve, built):
    """Return the address at which the site is served."""
    return serve(built)


class Visit:
    """A page in the browser, with everything that went wrong on it: `trouble`."""

    def __init__(self, page, allowed):
        self.page = page
        self.trouble = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.trouble.append(f"Fehler: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        page.context.route("**/*", lambda route: self._asked(route, allowed))

    def _said(self, message):
        if message.type in {"error", "warning"}:
            self.trouble.append(f"Konsole: {message.text}")

    def _failed(self, request):
        # What was on its way when a page was left is no trouble.
        if request.failure != "net::ERR_ABORTED":
            self.trouble.append(f"nicht geladen: {request.url}")

    def _answered(self, response):
        if response.status >= http.HTTPStatus.BAD_REQUEST:
            self.trouble.append(f"{response.status}: {response.url}")

    def _asked(self, route, allowed):
        if route.request.url.startswith(allowed):
            route.continue_()
        else:
            self.trouble.append(f"fremd: {route.request.url}")
            route.abort()


@pytest.fixture
def visit(browser):
    """Return a function that opens a page in a fresh context; options are those of Playwright's new_context.

    `script` runs before those of the page.
    """
    contexts = []

    def make(url, *, allowed=None, width=1280, height=900, script="", **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        if script:
            context.add_init_script(script)
        context.set_default_timeout(15_000)
        contexts.append(context)
        parts = urlsplit(url)
        visit = Visit(context.new_page(), allowed or f"{parts.scheme}://{parts.netloc}/")
        visit.page.goto(url)
        return visit

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def addresses(site):
    """Return the address of one page of each kind."""
    return kinds.addresses(site)


@pytest.fixture
def show(visit, address, addresses):
    """Return a function that opens the page of a kind."""
    return lambda kind, **options: visit(address + addresses[kind], **options)


@pytest.fixture(scope="session")
def plain():
    """Return a function that takes the words out of HTML."""
    return lambda text: SPACE.sub(" ", html.unescape(re.sub(r"<[^>]+>", " ", text))).strip()
