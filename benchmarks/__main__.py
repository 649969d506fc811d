"""Measurements, each the median of `--rounds`.

`make.py bench [scale] [--sizes 100,1000]`: how time and memory grow with the number of entries. Each step runs in a
process of its own on a generated project; memory is the peak of that process.
`make.py bench pictures`: how long a large photo and a share card take.
`make.py bench weight`: what a page costs over the wire, measured in a browser; VORBILD_BROWSER names one.
`make.py bench lighthouse [address …]`: see lighthouse.py.
`make.py bench easy --data FOLDER`: the measures of easy language beside gold data, see easy.py.
`make.py bench search [--sizes …] [--engines lunr,pagefind] [--data FILE]`: what the search costs and finds.
"""

from __future__ import annotations

import argparse
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import pictures as samples  # noqa: E402 - these lie among the tests, which need them too
from corpus import Corpus  # noqa: E402
from PIL import Image  # noqa: E402
from vorbild.raster import read  # noqa: E402
from vorbild.render import Brand, ShareCards, Store, pictures  # noqa: E402
from vorbild.views import ShareCard  # noqa: E402
from weight import measure as weigh  # noqa: E402
from weight import pages  # noqa: E402

CONFIG = """\
site_name: Messung
docs_dir: content
theme: {name: material, custom_dir: overrides, font: false, static_templates: [404.html]}
plugins: [vorbild]
extra: {links: {easy: index.md, accessibility: index.md}}
"""
CHECK = "import sys, vorbild; from pathlib import Path; len(vorbild.check(vorbild.load(Path('.'))))"
STEPS = {
    "check": [sys.executable, "-c", CHECK],
    "vorbild build": [sys.executable, "-m", "vorbild", "build", "--into", "tree"],
    "mkdocs build": [sys.executable, "-m", "mkdocs", "build", "--strict"],
}


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Run `command` in `folder`; return seconds and the peak memory in MiB (0 where the system does not tell)."""
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        error = process.stderr.read() if process.stderr else b""
        if not hasattr(os, "wait4"):
            code, peak = process.wait(), 0.0
        else:
            _, status, usage = os.wait4(process.pid, 0)
            code = process.returncode = os.waitstatus_to_exitcode(status)
            # macOS counts bytes, Linux kibibytes.
            peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    if code:
        sys.exit(f"{command}: {error.decode(errors='replace')[-2000:]}")
    return time.perf_counter() - started, peak


def scale(sizes: list[int], rounds: int) -> None:
    """Print a table of seconds and peak memory by size and step."""
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, median of {rounds}\n")
    print("| entries | " + " | ".join(f"{step}, s / MiB" for step in STEPS) + " | pages | output, MB |")
    print("|---:|" + "---:|" * (len(STEPS) + 2))
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Corpus(size).write(Path(name))
            (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
            cells = []
            for command in STEPS.values():
                runs = [measure(command, folder) for _ in range(rounds)]
                seconds, peak = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
                cells.append(f"{seconds:.1f} / {peak:.0f}")
            files = [path for path in (folder / "site").rglob("*") if path.is_file()]
            pages = sum(path.suffix == ".html" for path in files)
            output = sum(path.stat().st_size for path in files) / 1e6
            print(f"| {size} | " + " | ".join(cells) + f" | {pages} | {output:.0f} |", flush=True)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server without a log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def weight() -> None:
    """Build the site and print a table of requests and kilobytes of one page of each kind."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this measurement needs a browser

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        measure([*STEPS["mkdocs build"], "--site-dir", name], ROOT)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found = os.environ.get("VORBILD_BROWSER") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        print("kB (1000 bytes) after gzip, without headers and photos\n")
        print("| page | requests | kB | HTML | styles | scripts |\n|---|---:|---:|---:|---:|---:|")
        for kind, path in pages(Path(name)).items():
            one = weigh(browser.new_page(), f"http://127.0.0.1:{server.server_port}/{path}")
            parts = " | ".join(f"{size / 1000:.1f}" for size in (one.total, one.html, one.styles, one.scripts))
            print(f"| {kind} | {one.requests} | {parts} |")
        browser.close()
        server.shutdown()
        server.server_close()


def photos(rounds: int) -> None:
    """Print seconds for one photo of 12 megapixels, new and known, and for share cards: passed, and processor."""
    seconds: dict[str, list[tuple[float, float]]] = {}
    noise = Image.effect_noise((4000, 3000), 20).convert("RGB")
    data = samples.saved(Image.blend(samples.made(4000, 3000), noise, 0.3), quality=90)
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            path, store = Path(name) / "photo.jpg", Store(Path(name) / "cache")
            path.write_bytes(data)
            cards = ShareCards(ROOT / "overrides", Brand("Messung", "Wie lange?"), Store())
            titles = [ShareCard(f"Beispiel {number} mit einem Titel", "Musterstadt") for number in range(20)]
            steps = {
                "head of a photo of 12 megapixels": lambda path=path: read(path),
                "its variants, new": lambda path=path, store=store: list(pictures([read(path)], store)),
                "its variants, known": lambda path=path, store=store: list(pictures([read(path)], store)),
                "20 share cards": lambda cards=cards, titles=titles: list(cards.cards(titles)),
            }
            for step, run in steps.items():
                started, worked = time.perf_counter(), time.process_time()
                run()
                spent = time.perf_counter() - started, time.process_time() - worked
                seconds.setdefault(step, []).append(spent)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, median of {rounds}\n")
    for step, runs in seconds.items():
        passed, worked = (statistics.median(run[part] for run in runs) for part in (0, 1))
        print(f"{step}: {passed:.3f} s, processor {worked:.3f} s")


def main() -> None:
    """Run the measurement that was asked for."""
    parser = argparse.ArgumentParser(prog="make.py bench", description=__doc__)
    parser.add_argument(
        "name", nargs="?", choices=["scale", "pictures", "weight", "lighthouse", "easy", "search"], default="scale"
    )
    parser.add_argument("addresses", nargs="*", help="pages for lighthouse, such as praxis/; one of each kind if none")
    parser.add_argument("--sizes", default="100,500,1000", help="numbers of entries")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=Path, help="gold data: a folder for easy, a file of questions for search")
    parser.add_argument("--engines", default="lunr", help="for search: lunr, pagefind, or both with a comma")
    call = parser.parse_args()
    sizes = [int(size) for size in call.sizes.split(",")]
    if call.name == "weight":
        weight()
    elif call.name == "pictures":
        photos(call.rounds)
    elif call.name == "lighthouse":
        # Only whoever asks for it needs the page kinds of the tests.
        from benchmarks.lighthouse import lighthouse  # noqa: PLC0415

        lighthouse(call.addresses)
    elif call.name == "easy":
        # Only whoever asks for it needs the tagger and its word lists.
        from benchmarks.easy import easy  # noqa: PLC0415

        easy(call.data)
    elif call.name == "search":
        # Only whoever asks for it needs a browser.
        from benchmarks.search import search  # noqa: PLC0415

        search(sizes, call.engines.split(","), call.data, measure)
    else:
        scale(sizes, call.rounds)


if __name__ == "__main__":
    main()
