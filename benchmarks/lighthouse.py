"""`make.py bench lighthouse [address …]`: the four scores of Lighthouse for one page of each kind."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(__file__).resolve().parent / "lighthouse"
# Stands for the pages whose address hangs on the content.
EXAMPLES = ("praxis/*/", "kommunen/*/", "gelernt/*/", "praxis/*/leicht/")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


def addresses(site: Path) -> list[str]:
    """Return one address of each kind in a built site."""
    fixed = [path for kind, path in KINDS.items() if "{" not in path and kind != "missing"]
    found = [min(site.glob(f"{pattern}index.html")).parent for pattern in EXAMPLES]
    return [*fixed, *(f"{folder.relative_to(site).as_posix()}/" for folder in found)]


def lighthouse(wanted: list[str]) -> None:
    """Build the site, serve it, and print a line for each page; the exit code tells whether all scores are 100."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        sys.exit("Lighthouse braucht Node und npm.")
    if not (PACKAGE / "node_modules").is_dir():
        subprocess.run([npm, "ci", "--prefix", str(PACKAGE), "--ignore-scripts", "--no-audit", "--no-fund"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(build, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        job = {
            "addresses": [base + path for path in wanted or addresses(site)],
            "browser": shutil.which(os.environ.get("VORBILD_BROWSER") or "chromium") or "",
        }
        done = subprocess.run(
            [node, str(PACKAGE / "run.mjs")],
            input=json.dumps(job),
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        server.shutdown()
    perfect = True
    print("performance accessibility best-practices seo")
    for line in done.stdout.splitlines():
        page = json.loads(line)
        perfect = perfect and page["scores"] == [100] * 4
        print(*(f"{score:3}" for score in page["scores"]), page["address"].removeprefix(base) or "/", *page["below"])
    sys.exit(0 if perfect else 1)
