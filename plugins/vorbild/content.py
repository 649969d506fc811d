"""Hand-written pages: their front matter, links, pictures and data blocks are checked before a generator sees them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyromark

from vorbild import source
from vorbild.catalogue import EASY, explain
from vorbild.derive.fragments import BLOCK, BlockError, Fragments
from vorbild.diagnostics import Diagnostic, Span
from vorbild.entries.checks import easy
from vorbild.raster import RasterError, is_raster, read
from vorbild.schema import nearest, plain
from vorbild.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from vorbild.schema import Vocabulary

FOLDER = "content"
_EASY = ".leicht.md"
_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)
# A link to a page: its Markdown, the file, the place in it, and what attr_list adds.
_PAGE_LINK = re.compile(r"\]\((?P<file>[^)\s#:]+\.md)(?P<anchor>#[^)\s]*)?\)(?P<more>\{[^}\n]*\})?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SAFE = re.compile(r"(https?://|mailto:)\S", re.IGNORECASE)
_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_HEADING_ATTRIBUTES


@dataclass(frozen=True)
class Target:
    """A link or picture: where it stands, where it leads, and the words (the description of a picture)."""

    offset: int
    url: str
    text: str
    image: bool


@dataclass
class ContentPage:
    """One hand-written page: its path below content/, its front matter, its Markdown and where that begins."""

    uri: str
    file: str
    text: str
    offset: int = 0
    meta: dict[str, Any] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    title: str = ""


def is_easy(uri: str) -> bool:
    """Tell whether a hand-written page is the easy variant of another."""
    return uri.endswith(_EASY)


def twin(uri: str) -> str:
    """Return the source file of a hand-written page in the other language: page.leicht.md of page.md, and back."""
    return f"{uri.removesuffix(_EASY)}.md" if is_easy(uri) else f"{uri.removesuffix('.md')}{_EASY}"


def guided(markdown: str, uri: str, easy: Callable[[str], str]) -> str:
    """Return the Markdown of the page `uri` with its links to pages in the right language.

    On an easy page they lead to easy pages; `easy` returns the easy source file for another, or ''. Where a link leads
    to the other language all the same, it says so. One that names a language itself is left alone.
    """
    folder = posixpath.dirname(uri) or "."
    code = [match.span() for match in _CODE.finditer(markdown)]

    def guide(match: re.Match[str]) -> str:
        more = match["more"] or ""
        if "hreflang" in more or any(start <= match.start() < end for start, end in code):
            return match[0]
        target = posixpath.normpath(posixpath.join(folder, unquote(match["file"])))
        own = easy(target)
        if is_easy(uri) and own and own != target:
            # A place on the standard page is none on the easy one.
            return f"]({posixpath.relpath(own, folder)}){more}"
        if is_easy(uri) is (own == target):
            return match[0]
        language = "de" if is_easy(uri) else EASY
        return f'{match[0].removesuffix(more)}{(more or "{:}").removesuffix("}")} hreflang="{language}"}}'

    return _PAGE_LINK.sub(guide, markdown)


def load(root: Path, diagnostics: list[Diagnostic]) -> list[ContentPage]:
    """Read every Markdown file below content/; what cannot be read is a finding and left out."""
    pages = []
    for path in sorted((root / FOLDER).rglob("*.md")):
        # Like MkDocs: lock files of editors and the like are no pages.
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        file = path.relative_to(root).as_posix()
        text = source.decode(path.read_bytes(), file, diagnostics)
        if text is None:
            continue
        diagnostics += source.hidden_characters(text, file)
        page = ContentPage(path.relative_to(root / FOLDER).as_posix(), file, text)
        _front_matter(page, diagnostics)
        _read(page)
        if not page.title and not page.meta.get("title"):
            diagnostics.append(Diagnostic("page-title", Span(file)))
        pages.append(page)
    return pages


def files(root: Path) -> frozenset[str]:
    """Return the paths of all files below content/, which a page may link to."""
    folder = root / FOLDER
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def pictures(root: Path) -> frozenset[str]:
    """Return the paths of all pictures below content/, by what they are and not by what they are called."""
    folder = root / FOLDER
    return frozenset(name for name in files(root) if is_raster(folder / name))


def check_pictures(pages: list[ContentPage], root: Path) -> Iterator[Diagnostic]:
    """Yield what cannot be published of the pictures that pages show; missing ones are dead links."""
    for page in pages:
        lines = source.Lines(page.text, page.file)
        for target in page.targets:
            path = root / FOLDER / _uri(page, unquote(target.url))
            if target.image and not _SCHEME.match(target.url) and path.is_file():
                try:
                    read(path)
                except RasterError as error:
                    yield Diagnostic(error.code, lines.span(target.offset), {"file": target.url, **error.params})


def check(
    pages: list[ContentPage], generated: frozenset[str], others: frozenset[str], fragments: Fragments
) -> Iterator[Diagnostic]:
    """Yield dead and unsafe links, pictures without description, and blocks that cannot be made.

    `generated` are the source files of all generated pages, `others` all other files to link to, relative to content/.
    """
    anchors = {page.uri: page.anchors for page in pages}
    known = generated | others | anchors.keys()
    for page in pages:
        if page.uri in generated:
            yield Diagnostic("page-taken", Span(page.file), {"uri": page.uri})
        lines = source.Lines(page.text, page.file)
        for target in page.targets:
            found = _target(page, target, known, anchors)
            if found is not None:
                code, params = found
                yield Diagnostic(code, lines.span(target.offset), params)
        for match in blocks(page.text):
            try:
                fragments.make(match[1])
            except BlockError as error:
                yield Diagnostic(error.code, lines.span(match.start()), error.params)


def check_easy(pages: list[ContentPage], statuses: Vocabulary) -> Iterator[Diagnostic]:
    """Yield what easy pages claim of their test without saying who and when; `statuses` are those they may have."""
    for page in pages:
        if not is_easy(page.uri):
            continue
        lines = source.Lines(page.text, page.file)
        status, by, on = (str(page.meta.get(f"easy_{name}") or "") for name in ("status", "checked_by", "checked_on"))
        if status and status not in statuses:
            near = statuses.nearest(status) or ", ".join(concept.id for concept in statuses.concepts)
            params = {"text": status, "near": near}
            yield Diagnostic("easy-page-status", lines.span(_key(page, "easy_status")), params)
        if status == easy.CHECKED and not (by and on):
            yield Diagnostic("easy-page-unproven", lines.span(_key(page, "easy_status")))
        if on and (not _is_day(on) or easy.future(on)):
            yield Diagnostic("easy-page-date", lines.span(_key(page, "easy_checked_on")), {"text": on})


def _key(page: ContentPage, name: str) -> int:
    """Return where the field `name` of the front matter stands."""
    found = re.search(rf"^{name}\b", page.text[: page.offset], re.MULTILINE)
    return found.start() if found else 0


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def blocks(text: str) -> Iterator[re.Match[str]]:
    """Yield the data blocks of a page, those in code examples left out."""
    code = [(match.start(), match.end()) for match in _CODE.finditer(text)]
    for match in BLOCK.finditer(text):
        if not any(start <= match.start() < end for start, end in code):
            yield match


def block_names(text: str) -> frozenset[str]:
    """Return the names of the data blocks of a page."""
    return frozenset(match[1].split()[0] for match in blocks(text) if match[1].strip())


def _front_matter(page: ContentPage, diagnostics: list[Diagnostic]) -> None:
    if not page.text.startswith("---"):
        return
    match = source.FRONT_MATTER.match(page.text)
    if match is None:
        first = page.text.split("\n", 1)[0]
        diagnostics.append(Diagnostic("front-matter", Span(page.file), {"problem": first}))
        return
    page.offset = match.end()
    document = source.parse(match[1].encode(), page.file)
    for found in document.diagnostics:
        span = Span(page.file, found.span.line + 1, found.span.column)
        diagnostics.append(Diagnostic("front-matter", span, {"problem": explain(found).message}))
    meta = plain(document.root) if document.root is not None else {}
    page.meta = meta if isinstance(meta, dict) else {}


def _read(page: ContentPage) -> None:
    """Collect title, headings, anchors and targets from the Markdown of `page`."""
    # Data blocks and HTML are not Markdown; the front matter is blanked so that offsets stay those of the file.
    body = "\n" * page.offset + page.text[page.offset :]
    encoded = body.encode()
    heading: list[str] | None = None
    image: list[str] = []
    pending: tuple[int, str, bool] | None = None
    for event, span in pyromark.events_with_range(body, options=_OPTIONS):
        start = event.get("Start") if isinstance(event, dict) else None
        end = event.get("End") if isinstance(event, dict) else None
        words = (event.get("Text") or event.get("Code")) if isinstance(event, dict) else None
        if isinstance(start, dict) and "Heading" in start:
            heading = []
            explicit = start["Heading"].get("id")
        elif isinstance(start, dict) and ("Link" in start or "Image" in start):
            kind = "Link" if "Link" in start else "Image"
            offset = len(encoded[: span["start"]].decode("utf-8", "ignore"))
            pending, image = (offset, start[kind]["dest_url"], kind == "Image"), []
            if start[kind].get("link_type") == "Email":
                pending = None
        elif isinstance(end, str) and end in {"Link", "Image"} and pending is not None:
            page.targets.append(Target(pending[0], pending[1], "".join(image), pending[2]))
            pending = None
        elif isinstance(end, dict) and "Heading" in end and heading is not None:
            text = "".join(heading)
            page.title = page.title or text
            page.headings.append(text)
            page.anchors.append(_unique(explicit or slugify(text), page.anchors))
            heading = None
        elif isinstance(event, dict) and ("Html" in event or "InlineHtml" in event):
            page.anchors += re.findall(r'\bid="([^"]+)"', str(event.get("Html") or event.get("InlineHtml")))
        elif words:
            image.append(str(words))
            if heading is not None:
                heading.append(str(words))


def _unique(name: str, taken: list[str]) -> str:
    """Return `name`, or with the suffix that Python-Markdown's toc gives a repeated heading."""
    number, unique = 1, name
    while unique in taken:
        unique = f"{name}_{number}"
        number += 1
    return unique


def _target(
    page: ContentPage, target: Target, known: frozenset[str] | set[str], anchors: dict[str, list[str]]
) -> tuple[str, dict[str, str]] | None:
    url = target.url
    if target.image and not target.text.strip():
        return "page-image", {"url": url}
    if _SAFE.match(url):
        return None
    if _SCHEME.match(url):
        return "unsafe-link", {"url": url}
    path, _, anchor = url.partition("#")
    uri = _uri(page, unquote(path)) if path else page.uri
    if uri not in known:
        return "dead-link", {"url": url, "near": _near(uri, sorted(known), page.uri)}
    return _dead_anchor(uri, anchor, anchors[uri]) if anchor and uri in anchors else None


def _uri(page: ContentPage, path: str) -> str:
    """Return the path below content/ that a link on `page` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))


def _dead_anchor(uri: str, anchor: str, anchors: list[str]) -> tuple[str, dict[str, str]] | None:
    if anchor in anchors:
        return None
    close = nearest(anchor, anchors, 0.4)
    near = f"#{close}" if close else ", ".join(f"#{a}" for a in anchors[:8])
    return "dead-anchor", {"page": uri, "anchor": anchor, "near": near}


def _near(uri: str, known: list[str], page: str) -> str:
    """Return the link to the page that `uri` probably means; a page in the same folder is likelier than any other."""
    names = {other.removesuffix(".md").removesuffix("/index"): other for other in known}
    guess = uri.rstrip("/").removesuffix(".md").removesuffix("/index")
    folder = posixpath.dirname(guess)
    beside = [name for name in names if posixpath.dirname(name) == folder]
    close = nearest(guess, beside, 0.8) or nearest(guess, names, 0.8)
    overview = folder if folder in names else "index"
    return posixpath.relpath(names.get(close or overview, known[0]), posixpath.dirname(page) or ".")
