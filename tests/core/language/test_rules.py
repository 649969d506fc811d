"""Every rule does what its own examples say: they are its specification, and they stand on the page „Regeln“."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.checker import findings
from vorbild.language.context import Context
from vorbild.language.reading import markdown, plain
from vorbild.language.rules import SEVERITIES, rules
from vorbild.language.terms import Terms

# A glossary of two words, for the rule about words of the glossary.
GLOSSARY = Terms(SimpleNamespace(term=term, forms=(term,), names=()) for term in ("Behindertenbeirat", "Inklusion"))
FAILS = [(rule, example) for rule in rules().values() for example in rule.fails]
PASSES = [(rule, text) for rule in rules().values() for text in rule.passes]


def found(rule, source):
    text = markdown(source)
    return text, [finding for finding in findings(text, Context(terms=GLOSSARY)) if finding.code == rule.code]


@pytest.mark.parametrize(("rule", "example"), FAILS, ids=lambda value: getattr(value, "code", ""))
def test_a_failing_example_is_found_where_it_says(rule, example):
    text, hits = found(rule, example.text)
    assert [" ".join(text.text[hit.start : hit.end].split()) for hit in hits] == [example.marks]
    assert [hit.proposal for hit in hits] == [example.instead]


@pytest.mark.parametrize(("rule", "source"), PASSES, ids=lambda value: getattr(value, "code", ""))
def test_a_passing_example_is_left_alone(rule, source):
    assert found(rule, source)[1] == []


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_a_rule_says_why_where_it_comes_from_and_what_to_do(rule):
    assert rule.fails
    assert rule.passes
    assert rule.sources
    assert rule.why.strip()
    for words in (rule.words, *rule.variants.values()):
        assert words.severity in SEVERITIES
        assert words.message.endswith((".", "?", "…"))
        assert words.help.strip()


@pytest.mark.parametrize("read", [markdown, plain])
@given(st.text(alphabet=st.sampled_from("aIVZ19 0.,:;-–·\u00ad/*_%§()[]„“\n#&|…²ßÄ") | st.characters(), max_size=60))
def test_no_rule_fails_on_any_text_and_each_hit_lies_in_it(read, source):
    text = read(source)
    for finding in findings(text, Context()):
        assert 0 <= finding.start <= finding.end <= len(text.text)


def test_a_roman_numeral_of_one_sign_is_one_too():
    # Not among the examples: engines for accessibility take the sign for a drawing.
    assert [hit.proposal for hit in found(rules()["roman-numeral"], "Das ist Klasse Ⅳ.")[1]] == ["4"]
