"""What a page weighs on its way to a reader: requests and bytes of the first view, measured in a real browser.

Bytes are those of the bodies, packed as a server packs them (gzip, level 6), headers left out. Photos are left out:
they depend on the entry, and are loaded when they come into sight. The icon of the tab counts; a browser with a window
asks for it, one without does not.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urldefrag

LEVEL = 6
PHOTOS = ("image/avif", "image/jpeg", "image/png", "image/webp")
PACKED = ("font/woff2",)


def pages(folder):
    """Return the addresses of the pages to weigh in the site below `folder`, by kind: the heaviest of each."""

    def heaviest(pattern):
        found = sorted(folder.glob(pattern))
        return f"{max(found, key=lambda path: path.stat().st_size).parent.relative_to(folder).as_posix()}/"

    return {
        "start": "",
        "practice": heaviest("praxis/*/index.html"),
        "easy practice": heaviest("praxis/*/leicht/index.html"),
        "list": "praxis/",
        "municipality": heaviest("kommunen/*/index.html"),
    }


@dataclass
class Weight:
    """Bytes over the wire and number of requests, of all that is no photo; bytes of scripts among them."""

    requests: int
    total: int
    html: int
    styles: int
    scripts: int


def measure(page, url):
    """Open `url` in the Playwright page `page` and return its weight once it is quiet."""
    answered = []

    def heard(response):
        answered.append(response)

    page.on("response", heard)
    page.goto(url, wait_until="networkidle")
    bodies = {}
    # The body of an answer can only be asked for outside of the event.
    for response in answered:
        kind = response.headers.get("content-type", "").split(";")[0]
        if kind not in PHOTOS:
            body = response.body()
            bodies[urldefrag(response.url)[0]] = kind, len(body if kind in PACKED else gzip.compress(body, LEVEL))
    icon = page.evaluate("() => document.querySelector('link[rel=icon]')?.href")
    if icon and icon not in bodies:
        bodies[icon] = "image/svg+xml", len(gzip.compress(page.request.get(icon).body(), LEVEL))
    return Weight(
        len(bodies),
        sum(size for _, size in bodies.values()),
        *(sum(size for kind, size in bodies.values() if name in kind) for name in ("html", "css", "javascript")),
    )
