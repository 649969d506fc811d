"""`make.py bench [scale] [--sizes 100,1000]`: how time and memory grow with the number of entries.

`make.py bench lighthouse [address …]`: see lighthouse.py.

Each step runs in a process of its own on a generated project; memory is the peak of that process. Median of `--rounds`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from corpus import Corpus  # noqa: E402 - lies among the tests, which need it too

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


def main() -> None:
    """Run the measurement that was asked for."""
    parser = argparse.ArgumentParser(prog="make.py bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=["scale", "lighthouse"], default="scale")
    parser.add_argument("addresses", nargs="*", help="pages for lighthouse, such as praxis/; one of each kind if none")
    parser.add_argument("--sizes", default="100,500,1000", help="numbers of entries")
    parser.add_argument("--rounds", type=int, default=3)
    call = parser.parse_args()
    if call.name == "lighthouse":
        # Only whoever asks for it needs the page kinds of the tests.
        from benchmarks.lighthouse import lighthouse  # noqa: PLC0415

        lighthouse(call.addresses)
    scale([int(size) for size in call.sizes.split(",")], call.rounds)


if __name__ == "__main__":
    main()
