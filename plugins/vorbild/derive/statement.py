"""The parts of the accessibility statement: from the assessment of the site, the operator's data and its state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.catalogue import EASY
from vorbild.derive.present import bare
from vorbild.views import Body, Enforcement, Fragment, Jurisdiction, Point, Shown, StatementContact, StatementTests
from vorbild.views import StatementStatus as Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vorbild.derive.present import Presenter
    from vorbild.entries import Single
    from vorbild.schema import Value, Values

# What an operator writes as its state that is no public body: no enforcement body is in charge of it.
PRIVATE = "privat"
# What a statement must say of who makes it; the names are those of mkdocs.yml.
_NEEDED = {
    "name": "statement.needs_name",
    "street": "statement.needs_street",
    "city": "statement.needs_city",
    "email": "statement.needs_email",
    "state": "statement.needs_state",
}
_OWN_WORDS = frozenset({"title", "what", "easy"})


def private(state: str) -> bool:
    """Tell whether an operator says that it is no public body."""
    return state.strip().lower() == PRIVATE


class Statement:
    """Makes the parts of the statement in the language of `present`."""

    def __init__(self, present: Presenter, operator: Mapping[str, str]) -> None:
        """Take the presenter of one language and the operator's data from mkdocs.yml."""
        self._present = present
        self._texts = present.texts
        self._easy = present.texts.language == EASY
        self._operator = {name: value.strip() for name, value in operator.items()}
        self.parts: Mapping[str, tuple[str, Callable[[Single], Fragment]]] = {
            "status": ("accessibility", self._status),
            "barriers": ("accessibility", self._barriers),
            "tests": ("accessibility", self._tests),
            "contact": ("accessibility", self._contact),
            "dates": ("accessibility", self._dates),
            "enforcement": ("enforcement", self._enforcement),
        }

    def _status(self, own: Single) -> Fragment:
        label, definition = self._term(own, "status")
        # The easy label is a sentence of its own, so that nothing needs to be explained after it.
        view = Status(
            label,
            "" if self._easy else definition,
            str(own.values.get("standard", "")),
            self._term(own, "method")[0],
            str(own.values.get("report", "")),
        )
        return Fragment("blocks/statement_status.html", view)

    def _barriers(self, own: Single) -> Fragment:
        barriers = tuple(self._point(own, "barriers", barrier) for barrier in own.maps("barriers"))
        return Fragment("blocks/statement_points.html", barriers)

    def _tests(self, own: Single) -> Fragment:
        done = tuple(self._point(own, "tests", test) for test in own.maps("tests"))
        word = "easy" if self._easy else "what"
        untested = tuple(str(item.get(word, "")) for item in own.maps("untested"))
        return Fragment("blocks/statement_tests.html", StatementTests(done, untested))

    def _contact(self, own: Single) -> Fragment:
        weeks = own.values.get("reply_weeks")
        reply = self._texts.plural("statement.reply", weeks) if isinstance(weeks, int) else ""
        missing = tuple(self._texts(key) for name, key in _NEEDED.items() if not self._operator.get(name))
        phone = self._operator.get("phone", "")
        view = StatementContact(
            self._operator.get("name", ""), self._operator.get("email", ""), phone, _tel(phone), reply, missing
        )
        return Fragment("blocks/statement_contact.html", view)

    def _dates(self, own: Single) -> Fragment:
        keys = {"first_published": "statement.first", "reviewed_on": "statement.reviewed"}
        days = {key: str(own.values[name]) for name, key in keys.items() if name in own.values}
        said = [self._texts(key, date=self._present.date(day)) for key, day in days.items()]
        said += [self._texts("statement.method", method=self._term(own, "method")[0]), self._texts("statement.yearly")]
        return Fragment("blocks/statement_dates.html", tuple(said))

    def _enforcement(self, own: Single) -> Fragment:
        state = self._operator.get("state", "")
        found = self._present.library.jurisdiction(state)
        view = Enforcement(
            private(state),
            None if found is None else self._jurisdiction(found),
            () if found or private(state) else tuple(self._jurisdiction(one) for one in own.maps("jurisdictions")),
            str(own.values.get("overview", "")),
        )
        return Fragment("blocks/statement_enforcement.html", view)

    def _term(self, own: Single, name: str) -> tuple[str, str]:
        """Return label and definition of the term that stands in the field `name`; empty if it could not be read."""
        field, value = own.schema.root.child(name), own.values.get(name)
        concept = self._present.concept(field, value) if field is not None else None
        return (self._present.label(concept), concept.definition) if concept else ("", "")

    def _point(self, own: Single, name: str, item: Values) -> Point:
        """Return a barrier or a test: with all that is known, or in the easy words of the file."""
        easy = item.get("easy", "")
        if self._easy:
            words = easy if isinstance(easy, dict) else {"text": easy}
            return Point(str(words.get("title", "")), str(words.get("text", "")), ())
        field = own.schema.root.child(name)
        facts = self._present.facts(field.item, item, skip=_OWN_WORDS) if field and field.item else ()
        return Point(str(item.get("title", "")), str(item.get("what", "")), facts)

    def _jurisdiction(self, one: Values) -> Jurisdiction:
        bodies = [body for body in one.get("bodies", ()) if isinstance(body, dict)]
        return Jurisdiction(
            str(one.get("label", "")),
            str(one.get("law", "")),
            str(one.get("reply", "")),
            tuple(self._body(body) for body in bodies if body.get("kind") == "complaints"),
            tuple(str(body.get("name", "")) for body in bodies if body.get("kind") == "monitoring"),
            _links([one.get("sources"), *(body.get("sources") for body in bodies)]),
        )

    def _body(self, body: Values) -> Body:
        def word(name: str) -> str:
            return str(body.get(name, ""))

        # Paragraphs and notes are in standard language: an easy page names the body and how to reach it. Its official
        # name stays below the easy one, because a letter needs it.
        law, note = ("", "") if self._easy else (word("law"), word("note"))
        easy = word("easy") if self._easy else ""
        address = (word("name") if easy else "", word("at"), word("street"), word("city"))
        lines = tuple(line for line in address if line)
        name = easy or word("name")
        return Body(name, lines, word("phone"), _tel(word("phone")), word("email"), word("url"), law, note)


def _links(lists: list[Value]) -> tuple[Shown, ...]:
    """Return the addresses in `lists` as links, each once."""
    urls = dict.fromkeys(str(url) for urls in lists if isinstance(urls, list) for url in urls)
    return tuple(Shown(bare(url), url) for url in urls)


def _tel(phone: str) -> str:
    """Return a phone number as a link: digits only, and the plus in front."""
    return re.sub(r"(?!^\+)[^0-9]", "", phone)
