"""For editors: the rules of easy language, with their sources and examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.language.rules import GROUPS
from vorbild.language.rules import rules as easy_rules
from vorbild.views import ExampleView, Link, Page, RulesPage, RuleView

if TYPE_CHECKING:
    from vorbild.catalogue import Texts
    from vorbild.derive.present import Presenter
    from vorbild.language.rules import Example, Rule


def page(present: Presenter, title: str, lead: str, crumbs: tuple[Link, ...]) -> Page:
    """Return the page of all rules."""
    texts = present.texts
    found = easy_rules().values()
    groups = tuple(
        (texts(f"rules.group.{group}"), tuple(_rule(texts, rule) for rule in found if rule.group == group))
        for group in GROUPS
    )
    view = RulesPage(title, lead, tuple((name, own) for name, own in groups if own))
    return Page(addresses.RULES, title, lead, "pages/rules.html", view, crumbs)


def opened(words: str) -> str:
    """Return the words of a finding with an ellipsis where a value will stand."""
    return re.sub(r"\{\w+\}", "…", words)


def _rule(texts: Texts, rule: Rule) -> RuleView:
    says = tuple(
        (texts(f"severity.{words.severity}"), opened(words.message), opened(words.help))
        for words in (rule.words, *rule.variants.values())
    )
    sources = tuple(Link(source.title, source.url) for source in rule.sources)
    fails = tuple(map(_example, rule.fails))
    return RuleView(rule.code, rule.title, rule.why, says, sources, fails, rule.passes)


def _example(example: Example) -> ExampleView:
    """Return an example in parts; what is marked up inside what the rule marks is shown unmarked."""
    words = r"\s+".join(map(re.escape, example.marks.split()))
    match = re.search(words, example.text) if words else None
    if match is None:
        return ExampleView(example.text, "", "", example.instead)
    before, marked, after = example.text[: match.start()], match[0], example.text[match.end() :]
    return ExampleView(before, marked, after, example.instead)
