"""The components of overrides/ with their documentation and examples, for tests, docs/components.md and audits.

python tests/gallery.py           rewrites tests/components/golden/ and docs/components.md
python tests/gallery.py FOLDER    writes the examples as complete pages with the styles of the site, for tools
"""

from __future__ import annotations

import re
import sys
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from html import escape
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal

import jinja2
import yaml
from jinja2 import meta, nodes
from markupsafe import Markup
from mkdocs.theme import Theme
from vorbild import views
from vorbild.catalogue import EASY, texts
from vorbild.render import Renderer, bundle, lines, relative

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "overrides"
EXAMPLES = ROOT / "tests" / "components"
GOLDEN = EXAMPLES / "golden"
REFERENCE = ROOT / "docs" / "components.md"
# The templates that MkDocs renders; all others are the core's.
SHELL = ("base.html", "main.html", "404.html")
LANGUAGES = ("de", EASY)
# A line of a comment that is indented more than a parameter goes on from the one before.
DEEPEST = 5

_SECTIONS = ("Use", "Not", "Inside", "Once", "Body", "Reads")
_PARAMETER = re.compile(r"(\w+) \((.+?)(, optional)?\): (.+)")
_NAMES = {**vars(views), "Any": Any, "Literal": Literal, "Mapping": Mapping, "date": date}


@dataclass(frozen=True)
class Parameter:
    """What the comment says of a parameter; `kind` is an annotation that may name views."""

    name: str
    kind: str
    optional: bool
    meaning: str

    @property
    def type(self):
        """The type that `kind` names; NameError if there is none."""
        holder = type("Holder", (), {"__annotations__": {self.name: self.kind}})
        return typing.get_type_hints(holder, _NAMES)[self.name]


@dataclass(frozen=True)
class Example:
    """A call of a component. Values are plain YAML; `body` is the HTML that stands in it."""

    name: str
    description: str
    params: Mapping[str, Any]
    body: str = ""
    language: str = "de"


class Component:
    """A file of overrides/components/ with what its first comment says."""

    def __init__(self, name):
        self.name = name
        self.source = (TEMPLATES / "components" / f"{name}.html").read_text("utf-8")

    @cached_property
    def tree(self):
        """The parsed template."""
        return _environment("de").parse(self.source)

    @property
    def macros(self):
        """Its macros; there should be one."""
        return list(self.tree.find_all(nodes.Macro))

    @cached_property
    def signature(self):
        """The parameters of its macro in order, with the default as Jinja writes it, none without one."""
        macro = self.macros[0]
        names = [argument.name for argument in macro.args]
        defaults = [None] * (len(names) - len(macro.defaults)) + [default.as_const() for default in macro.defaults]
        return dict(zip(names, defaults, strict=True))

    @property
    def takes_body(self):
        """Whether it draws what stands between {% call %} and {% endcall %}."""
        return any(name.name == "caller" for name in self.tree.find_all(nodes.Name))

    @property
    def reads_texts(self):
        """Whether it, or a component in it, reads t."""
        return any("t" in meta.find_undeclared_variables(_tree(name)) for name in _reached(_path(self.name)))

    @property
    def in_shell(self):
        """Whether a template of MkDocs draws it."""
        return any(_path(self.name) in _reached(template) for template in SHELL)

    @cached_property
    def comment(self):
        """The lines of its first comment without indentation, one for each statement."""
        first = re.match(r"\{#(.*?)-?#\}", self.source, re.DOTALL)
        lines = first[1].strip().splitlines() if first else []
        joined = []
        for line in lines:
            text = line.strip()
            if joined and len(line) - len(line.lstrip()) > DEEPEST:
                joined[-1] += f" {text}"
            else:
                joined.append(text)
        return joined

    @property
    def purpose(self):
        """What it is: the first line behind its name."""
        name, _, purpose = self.comment[0].partition(": ") if self.comment else ("", "", "")
        return purpose if name == self.name else ""

    def says(self, section):
        """Return what stands behind `section:`, '' without it."""
        assert section in _SECTIONS
        return next((line.partition(": ")[2] for line in self.comment if line.startswith(f"{section}: ")), "")

    @cached_property
    def parameters(self):
        """What the comment says of its parameters, in order."""
        found = [match for line in self.comment if (match := _PARAMETER.fullmatch(line))]
        return [Parameter(match[1], match[2], bool(match[3]), match[4]) for match in found]

    @cached_property
    def examples(self):
        """Its examples in order."""
        raw = yaml.load((EXAMPLES / f"{self.name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
        assert raw.keys() == {"name", "examples"}, f"{self.name}.yml"
        assert raw["name"] == self.name, f"{self.name}.yml"
        return [Example(**{"params": {}, **example}) for example in raw["examples"]]

    def render(self, example):
        """Return `example` as the core draws it: parameters are views, and nothing may be undefined."""
        params = {name: as_view(self._type(name), value) for name, value in example.params.items()}
        template = _environment(example.language).from_string(self._call)
        return _tidy(template.render(params=params, body=Markup(example.body)))  # noqa: S704 - an example of ours

    def render_in_shell(self, example):
        """Return `example` as MkDocs draws it: parameters are plain data, t comes from the page."""
        html = (
            _shell()
            .from_string(self._call)
            .render(
                params=example.params,
                body=Markup(example.body),  # noqa: S704 - an example of ours
                t=texts(example.language),
            )
        )
        return _tidy(html)

    @property
    def _call(self):
        start = f'{{% from "{_path(self.name)}" import {self.name} with context %}}'
        if self.takes_body:
            return f"{start}{{% call {self.name}(**params) %}}{{{{ body }}}}{{% endcall %}}"
        return f"{start}{{{{ {self.name}(**params) }}}}"

    def _type(self, name):
        return next(parameter for parameter in self.parameters if parameter.name == name).type


def names():
    """Return the names of all components, sorted."""
    return sorted(path.stem for path in (TEMPLATES / "components").glob("*.html"))


@cache
def component(name):
    """Return a component."""
    return Component(name)


def as_view(kind, value):
    """Return plain data as the type that a component asks for; ValueError or TypeError if it does not fit."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind):
        kinds = typing.get_type_hints(kind, _NAMES)
        unknown = set(value) - {field.name for field in fields(kind)}
        if unknown:
            raise ValueError(f"{kind.__name__}: {sorted(unknown)}")
        return kind(**{name: as_view(kinds[name], part) for name, part in value.items()})
    if origin is tuple:
        kinds = inner if inner[-1] is not Ellipsis else inner[:1] * len(value)
        return tuple(as_view(one, part) for one, part in zip(kinds, value, strict=True))
    if origin is Mapping:
        return {name: as_view(inner[1], part) for name, part in value.items()}
    if origin in {UnionType, typing.Union}:
        for option in inner:
            if option is NoneType and value is None:
                return None
            if option is not NoneType and isinstance(value, typing.get_origin(option) or option | Mapping):
                return as_view(option, value)
    elif (value in inner) if origin is Literal else (type(value) is kind):
        return value
    raise ValueError(f"{value!r}: {kind}")


def sections(part):
    """Return what the golden file of `part` holds, by the name of the example."""
    return {example.name: part.render(example) for example in part.examples}


def golden(part):
    """Return the golden file of `part`."""
    return "".join(f"<!-- {name} -->\n{html}\n" for name, html in sections(part).items())


@cache
def pages():
    """Return complete pages with all examples, by file name; one for each component and language.

    What stands once on a page has a page for each example.
    """
    style = bundle(TEMPLATES, {})["style"].path
    found = {}
    for part in map(component, names()):
        for language in LANGUAGES:
            examples = [example for example in part.examples if example.language == language]
            ending = "" if language == "de" else f".{language}"
            if part.says("Once"):
                for example in examples:
                    found[f"{part.name}.{example.name}{ending}.html"] = _page(part, [example], language, style)
            elif examples:
                found[f"{part.name}{ending}.html"] = _page(part, examples, language, style)
    return found


def write_pages(folder):
    """Write `pages()` and the styles of the site into `folder`; return the names of the pages."""
    found = pages()
    for artefact in bundle(TEMPLATES, {}).values():
        if artefact.path.endswith(".css"):
            _write(folder / artefact.path, artefact.data.decode())
    for name, html in found.items():
        _write(folder / name, html)
    return sorted(found)


def reference():
    """Return docs/components.md."""
    lines = [
        "# Components",
        "",
        "Generated from the first comment of each file in `overrides/components/` and from its examples in",
        "`tests/components/`: run `.venv/bin/python tests/gallery.py` after a change. How to write one: decision",
        "[0017](decisions/0017-components-with-examples.md).",
        "",
        "| component | what it is |",
        "|---|---|",
        *(f"| [{part.name}](#{part.name}) | {part.purpose} |" for part in map(component, names())),
        "",
    ]
    for part in map(component, names()):
        lines += [*_documented(part), ""]
    return "\n".join(lines)


def update():
    """Write the golden files and docs/components.md anew; golden files without a component go."""
    for path in GOLDEN.glob("*.html"):
        path.unlink()
    for name in names():
        _write(GOLDEN / f"{name}.html", golden(component(name)))
    _write(REFERENCE, reference())


def _path(name):
    return f"components/{name}.html"


@cache
def _renderer():
    return Renderer(TEMPLATES)


def _environment(language):
    return _renderer()._environments[language]


@cache
def _shell():
    """Return the environment of MkDocs as the plugin sets it up."""
    environment = Theme(name=None, custom_dir=str(TEMPLATES)).get_env()
    environment.autoescape = True
    environment.filters["lines"] = lines
    return environment


@cache
def _tree(template):
    # The shell has filters of its own, and so has the core; what they do does not matter for reading.
    environment = jinja2.Environment(autoescape=True)
    environment.filters |= _environment("de").filters | _shell().filters
    return environment.parse((TEMPLATES / template).read_text("utf-8"))


@cache
def _reached(template):
    """Return `template` and the components that it draws, directly or through others."""
    found = {template}
    for name in meta.find_referenced_templates(_tree(template)):
        if name and name.startswith("components/") and name not in found:
            found |= _reached(name)
    return frozenset(found)


def _tidy(html):
    lines = (line.strip() for line in relative(html, "index.md").splitlines())
    return "\n".join(line for line in lines if line)


def _page(part, examples, language, style):
    shown = [_shown(part, example) for example in examples]
    title = f"{part.name}: {', '.join(example.name for example in examples)}"
    # A component that is the heading of a page needs no other above it.
    heading = "" if "<h1" in "".join(shown) else f'<h1 lang="en">{escape(part.name)}</h1>'
    easy = ' class="easy"' if language == EASY else ""
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="{style}">
</head>
<body>
<main id="inhalt"{easy}><div class="wrap band-s">
{heading}
{"".join(shown)}</div></main>
</body>
</html>
"""


def _shown(part, example):
    html = part.render(example)
    if holder := part.says("Inside"):
        html = f"{holder}\n{html}\n</{re.match(r'<([a-z]+)', holder)[1]}>"
    if "<h1" in html:
        return f"{html}\n"
    about = f'<h2 lang="en">{escape(example.name)}</h2>\n<p lang="en">{escape(example.description)}</p>'
    return f'<section class="band-s">\n{about}\n{html}\n</section>\n'


def _documented(part):
    yield f"## {part.name}"
    yield ""
    yield f"{part.purpose[0].upper()}{part.purpose[1:]}"
    yield ""
    yield f"- Use: {part.says('Use')}"
    yield f"- Not: {part.says('Not')}"
    if part.says("Inside"):
        yield f"- Stands inside `{part.says('Inside')}`."
    if part.says("Once"):
        yield "- Stands once on a page."
    if part.takes_body:
        yield f"- Body, by `{{% call {part.name}(…) %}}`: {part.says('Body')}."
    if part.reads_texts:
        yield "- Reads `t`: the shell imports it `with context`."
    if part.parameters:
        yield ""
        yield "| parameter | type | default | meaning |"
        yield "|---|---|---|---|"
    for parameter in part.parameters:
        default = f"`{part.signature[parameter.name]!r}`" if parameter.optional else "required"
        kind = parameter.kind.replace("|", "\\|")
        yield f"| `{parameter.name}` | `{kind}` | {default} | {parameter.meaning} |"
    yield ""
    yield "Examples:"
    yield ""
    for example in part.examples:
        yield f"- {example.name}: {example.description}"


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write_pages(Path(sys.argv[1]))
    else:
        update()
