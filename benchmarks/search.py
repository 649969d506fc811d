"""`make.py bench search [--sizes 100,1000] [--engines lunr,pagefind] [--data FILE]`: what the search costs and finds.

Without --data: for generated collections with texts of real words (`corpus.Prose`), each built in a process of its own,
the seconds and the memory that the data of the search takes, the bytes over the wire (gzip) to the first result and in
all, and how long a question takes in Chromium. The page around is bare: HTML, styles and fonts do not count.
With --data, a JSON file of documents and of questions with the number of the document that answers each: how often that
one comes first (R@1), and the mean of one over its place among the first ten (MRR@10); each document is one entry.
"""

from __future__ import annotations

import contextlib
import gzip
import http.server
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import projects
import yaml
from corpus import Prose
from playwright.sync_api import sync_playwright
from vorbild.language.lexicon import frequency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUESTIONS = 200
PACKED = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
CONFIG = "site_name: Messung\nextra:\n  search:\n    engine: {engine}\n"
BUILD = """
import sys
from pathlib import Path
from vorbild import Build, Site, load, write
write(Build(load(Path(".")), Site()).offered(), Path("site"))
"""
PAGE = "<!DOCTYPE html><html lang=de><meta charset=utf-8><title>Messung</title>"
OPEN = """async () => {
  window.engine = await vorbild.openSearch("/");
}"""
FIRST = """async (question) => {
  const [hit] = await engine.search(question, { limit: 1 });
  return hit ? vorbild.record(hit.id, false, "/") : null;
}"""
ASK = """async (questions) => {
  const times = [];
  for (const question of questions) {
    const begin = performance.now();
    await engine.search(question, { limit: 10 });
    times.push(performance.now() - begin);
  }
  return times;
}"""
RANK = """async (questions) => {
  const found = [];
  for (const question of questions) found.push((await engine.search(question, { limit: 10 })).map(({ id }) => id));
  return found;
}"""


class _Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as operators do, texts packed by gzip, and counts the bytes of the bodies."""

    sent: list[int]

    def __init__(self, *args, sent, **options):
        self.sent = sent
        super().__init__(*args, **options)

    def log_message(self, *_):
        """Say nothing."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            body = PAGE.encode()
        elif path.is_file():
            body = path.read_bytes()
        else:
            return self.send_error(404)
        packed = path.suffix in PACKED
        body = body if packed else gzip.compress(body, 6)
        if not path.is_dir():
            self.sent.append(len(body))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) if path.is_file() else "text/html")
        self.send_header("Content-Length", str(len(body)))
        if not packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return self.wfile.write(body)


@contextlib.contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve `folder`; yield its address and the sizes of what was sent."""
    sent: list[int] = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=folder, sent=sent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()
    server.server_close()


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[tuple[object, list[int]]]:
    """Open the search of `folder` in Chromium; yield the page and the sizes of what was sent to it."""
    with served(folder) as (address, sent), sync_playwright() as playwright:
        found = os.environ.get("VORBILD_BROWSER") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.add_script_tag(url=f"{address}assets/search.js")
        page.evaluate(OPEN)
        yield page, sent
        browser.close()


def questions(count: int) -> list[str]:
    """Return questions of one to four words that entries of the collection have; every eighth has a slip."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    words = [word for word in Prose._words(chance, 40 * count).split() if len(word) > 3 and frequency(word) < 5]
    asked = []
    for number in range(count):
        text = " ".join(chance.sample(words, chance.randint(1, 4))).strip(".")
        asked.append(f"{text[:-3]}{text[-2]}{text[-3]}{text[-1]}" if number % 8 == 0 else text)
    return asked


def first_bytes(folder: Path, asked: list[str]) -> float:
    """Return the median of the bytes to the first result, its record included, each time from the beginning."""
    sizes = []
    for question in asked:
        with opened(folder) as (page, sent):
            page.evaluate(FIRST, question)
            sizes.append(sum(sent))
    return statistics.median(sizes)


def size_of(folder: Path) -> int:
    """Return what all files weigh as they are sent."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(
        len(data if path.suffix in PACKED else gzip.compress(data, 6)) for path in files for data in [path.read_bytes()]
    )


def scale(sizes: list[int], engines: list[str], measure: Callable[[list[str], Path], tuple[float, float]]) -> None:
    """Print a row for each size and engine."""
    python, load = sys.version.split()[0], os.getloadavg()[0]
    print(f"Python {python}, {os.cpu_count()} cores, {QUESTIONS} questions, load {load:.1f}\n")
    heads = ("kB to the first result", "kB in all", "build, s", "memory, MiB", "open, ms", "p50, ms", "p95, ms")
    print(f"| entries | engine | {' | '.join(heads)} |\n|---:|---|{'---:|' * len(heads)}")
    asked = questions(QUESTIONS)
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            root = Prose(size).write(Path(name))
            for engine in engines:
                projects.write(root, "mkdocs.yml", CONFIG.format(engine=engine))
                shutil.rmtree(root / "site", ignore_errors=True)
                seconds, memory = measure([sys.executable, "-c", BUILD], root)
                first = first_bytes(root / "site", asked[1:6])
                with opened(root / "site") as (page, _):
                    begin = time.perf_counter()
                    page.reload()
                    page.add_script_tag(url=f"{page.url}assets/search.js")
                    page.evaluate(OPEN)
                    opening = 1000 * (time.perf_counter() - begin)
                    page.evaluate(ASK, asked[:20])
                    times = sorted(page.evaluate(ASK, asked))
                p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
                cells = (
                    f"{first / 1000:.0f}",
                    f"{size_of(root / 'site') / 1000:.0f}",
                    f"{seconds:.1f}",
                    f"{memory:.0f}",
                )
                print(
                    f"| {size} | {engine} | {' | '.join(cells)} | {opening:.0f} | {p50:.1f} | {p95:.1f} |", flush=True
                )


def answers(file: Path, engine: str) -> None:
    """Print R@1 and MRR@10 of the questions in `file`."""
    data = json.loads(file.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        root = projects.make(Path(name) / "projekt", practices=())
        (root / "case_studies/practices/beispiel.yml").unlink()
        entry = yaml.safe_load(projects.ENTRY)
        for number, text in enumerate(data["documents"]):
            # A summary has to be short: the beginning of the text, as an editor would cut it.
            made = entry | {"title": f"Text {number}", "summary": text[:390].rsplit(" ", 1)[0], "approach": text}
            path = f"case_studies/practices/text-{number}.yml"
            projects.write(root, path, yaml.safe_dump(made, allow_unicode=True, sort_keys=False))
        projects.write(root, "mkdocs.yml", CONFIG.format(engine=engine))
        subprocess.run([sys.executable, "-c", BUILD], cwd=root, check=True)
        with opened(root / "site") as (page, _):
            found = page.evaluate(RANK, [question["question"] for question in data["questions"]])
    wanted = [f"text-{question['document']}" for question in data["questions"]]
    places = [ids.index(want) + 1 if want in ids else 0 for ids, want in zip(found, wanted, strict=True)]
    first, mean = (
        sum(map(score, places)) / len(places) for score in (lambda at: at == 1, lambda at: 1 / at if at else 0)
    )
    print(f"{engine}: {len(places)} questions, {len(data['documents'])} documents: R@1 {first:.3f}, MRR@10 {mean:.3f}")


def search(
    sizes: list[int], engines: list[str], data: Path | None, measure: Callable[..., tuple[float, float]]
) -> None:
    """Run the measurement that was asked for."""
    if data is None:
        scale(sizes, engines, measure)
    else:
        for engine in engines:
            answers(data.resolve(), engine)
