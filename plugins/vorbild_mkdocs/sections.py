"""A Markdown extension: on a page without a first heading, each part under a second one becomes a band."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

if TYPE_CHECKING:
    from markdown import Markdown


class SectionsExtension(Extension):
    """Adds the tree processor after all others, so that it sees the finished page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the processor."""
        md.treeprocessors.register(_Sections(md), "vorbild-sections", -10)


class _Sections(Treeprocessor):
    def run(self, root: Element) -> None:
        """Wrap only a page without a first heading: the start page has it in its hero."""
        children = list(root)
        if any(child.tag == "h1" for child in children) or not any(child.tag == "h2" for child in children):
            return
        for child in children:
            root.remove(child)
        wrap, thread = root, None
        for child in children:
            if child.tag == "h2":
                # The class of the heading colours the whole band.
                classes = child.attrib.pop("class", "")
                section = SubElement(root, "section", {"class": f"band {classes}".strip()})
                wrap = SubElement(section, "div", {"class": "wrap"})
                thread = SubElement(wrap, "div", {"class": "thread"})
                thread.append(child)
            elif thread is not None and child.tag == "p" and not (child.text or "").startswith(STX):
                # The first words under a heading belong to it; a data block (stashed HTML) does not.
                thread.append(child)
                thread = None
            else:
                wrap.append(child)
                thread = None
