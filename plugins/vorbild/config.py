"""What the core reads of mkdocs.yml, the file in which a town makes the site its own. The one place that reads it.

Nothing is constructed from it: values are taken with their places, and what only a generator understands (!ENV) is
passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from vorbild import palette, source
from vorbild.compounds import STYLES
from vorbild.diagnostics import Diagnostic, Span
from vorbild.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

FILE = "mkdocs.yml"
_TEXT, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Setting:
    """A value: its text (empty if it is none), its place, and the line it stands in."""

    text: str
    span: Span
    excerpt: str


@dataclass(frozen=True)
class Config:
    """The settings that the core knows; None or empty where mkdocs.yml says nothing of use.

    `logo` and `logo_dark` are files below content/, `colours` are by scheme (light, dark) and name, `menu` is as MkDocs
    reads `nav`: titles, files, and groups of them; `easy_names` has titles of the menu in easy language. `compounds` is
    how seams of long words are shown, one of STYLES; `engine` is that of the search, one of ENGINES.
    """

    name: Setting | None = None
    tagline: Setting | None = None
    logo: Setting | None = None
    logo_dark: Setting | None = None
    operator: Mapping[str, Setting] = field(default_factory=lambda: MappingProxyType({}))
    colours: Mapping[str, Mapping[str, Setting]] = field(default_factory=lambda: MappingProxyType({}))
    menu: Sequence[Any] = ()
    easy_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    compounds: Setting | None = None
    engine: Setting | None = None


def read(root: Path, diagnostics: list[Diagnostic]) -> Config:
    """Read mkdocs.yml below `root`. Never raises for what stands in it; that goes to `diagnostics`."""
    path = root / FILE
    if not path.is_file():
        return Config()
    text = path.read_text("utf-8-sig", errors="replace")
    wrong = source.syntax_error(text, FILE)
    if wrong is not None:
        diagnostics.append(Diagnostic("config-file", wrong.span, {"excerpt": wrong.params.get("excerpt", "")}))
        return Config()
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return Config()  # an alias without an anchor, a second document: the generator says so of its own file
    reader = _Reader(text, diagnostics)
    top = dict(reader.pairs(node)) if isinstance(node, yaml.MappingNode) else {}
    extra = reader.group("extra", top.get("extra"))
    # For the shell only, which would stumble over another shape.
    reader.text("extra.tagline_easy", extra.get("tagline_easy"))
    easy_nav = reader.group("extra.easy_nav", extra.get("easy_nav"))
    names = {title: reader.text(f"extra.easy_nav.{title}", node) for title, node in easy_nav.items()}
    reader.links("extra.footer", extra.get("footer"))
    easy = reader.group("extra.easy", extra.get("easy"))
    search = reader.group("extra.search", extra.get("search"))
    return Config(
        reader.text("site_name", top.get("site_name")),
        reader.text("extra.tagline", extra.get("tagline")),
        reader.text("extra.logo", extra.get("logo")),
        reader.text("extra.logo_dark", extra.get("logo_dark")),
        reader.operator(extra.get("operator")),
        reader.colours(extra.get("colors")),
        _plain(top["nav"], ()) if isinstance(top.get("nav"), yaml.SequenceNode) else (),
        {title: setting.text for title, setting in names.items() if setting},
        reader.choice("extra.easy.compounds", easy.get("compounds"), STYLES),
        reader.choice("extra.search.engine", search.get("engine"), ENGINES),
    )


class _Reader:
    """Takes settings out of the nodes of one file."""

    def __init__(self, text: str, diagnostics: list[Diagnostic]) -> None:
        self._lines = text.splitlines()
        self._diagnostics = diagnostics

    def pairs(self, node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the keys and values of a group; keys that are no text are a generator's."""
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, value

    def group(self, name: str, node: yaml.Node | None) -> dict[str, yaml.Node]:
        """Return the values of the group `name` by key; anything else than a group is a finding."""
        if node is None or _passed(node):
            return {}
        if not isinstance(node, yaml.MappingNode):
            self._report("config-group", node, name=name)
            return {}
        return dict(self.pairs(node))

    def text(self, name: str, node: yaml.Node | None) -> Setting | None:
        """Return the text `name`, or None if it is empty; anything else than a text is a finding."""
        if node is None or _passed(node):
            return None
        if not isinstance(node, yaml.ScalarNode) or node.tag != _TEXT:
            self._report("config-text", node, name=name)
            return None
        return self._setting(node) if node.value.strip() else None

    def choice(self, name: str, node: yaml.Node | None, allowed: Sequence[str]) -> Setting | None:
        """Return the text `name` if it is one of `allowed`; another one is a finding."""
        setting = self.text(name, node)
        if setting is None or setting.text in allowed or node is None:
            return setting
        self._report("config-choice", node, name=name, text=setting.text, allowed=", ".join(allowed))
        return None

    def links(self, name: str, node: yaml.Node | None) -> None:
        """Report what is no list of titled links, or of titled lists of them."""
        if node is None or _passed(node):
            return
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            keys = dict(self.pairs(item)) if isinstance(item, yaml.MappingNode) else {}
            if "title" not in keys or not keys.keys() & {"href", "links"}:
                self._report("config-group", item, name=name)
            elif "href" not in keys:
                self.links(name, keys["links"])

    def operator(self, node: yaml.Node | None) -> dict[str, Setting]:
        """Return who runs the site."""
        found = {key: self.text(f"extra.operator.{key}", value) for key, value in self.group("operator", node).items()}
        return {key: setting for key, setting in found.items() if setting is not None}

    def colours(self, node: yaml.Node | None) -> dict[str, dict[str, Setting]]:
        """Return the town's own colours; whether they are colours is judged elsewhere."""
        found: dict[str, dict[str, Setting]] = {}
        for scheme, colours in self.group("extra.colors", node).items():
            if scheme not in {palette.LIGHT, palette.DARK}:
                self._report("colour-scheme", colours, name=scheme)
                continue
            group = self.group(f"extra.colors.{scheme}", colours)
            found[scheme] = {name: self._setting(value) for name, value in group.items()}
        return found

    def _setting(self, node: yaml.Node) -> Setting:
        text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        return Setting(text, _span(node), self._excerpt(node))

    def _excerpt(self, node: yaml.Node) -> str:
        # An empty value stands where the next thing begins, maybe behind the last line; what it is not tells its line.
        line = min(node.start_mark.line, len(self._lines) - 1)
        return self._lines[line].strip()[:60]

    def _report(self, code: str, node: yaml.Node, **params: str) -> None:
        self._diagnostics.append(Diagnostic(code, _span(node), params))


def _plain(node: yaml.Node, within: tuple[yaml.Node, ...]) -> Any:  # noqa: ANN401 - lists, maps and texts
    """Return the menu as plain data; what an alias repeats of itself without end is left out."""
    if node in within:
        return ""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*within, node)) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(key, (*within, node))): _plain(value, (*within, node)) for key, value in node.value}
    return node.value


def _passed(node: yaml.Node) -> bool:
    """Return whether `node` says nothing, or something that only a generator understands."""
    return bool(node.tag == _NULL or (node.tag or "").startswith("!"))


def _span(node: yaml.Node) -> Span:
    return Span(FILE, node.start_mark.line + 1, node.start_mark.column + 1)
