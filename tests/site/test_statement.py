"""Reporting a barrier and the accessibility statement, on a small site whose operator is known, and on ours without."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import projects
import pytest
from vorbild.catalogue import texts

EMAIL = (
    'name: Stadt Musterstadt, street: Musterweg 1, city: 12345 Musterstadt, email: barriere@example.org, state: "BY"'
)
PHONE = "phone: 01234 5678-0"
ADDRESS = "https://vorbild.example/ort/"
CONFIG = """\
site_name: Vorbild
site_url: "{address}"
docs_dir: content
theme: {{name: null, custom_dir: overrides, static_templates: [404.html]}}
plugins: [vorbild]
nav: [index.md]
not_in_nav: "*.md"
extra:
  footer: [{{title: Erklärung zur Barrierefreiheit, href: barrierefreiheit.md}}]
  operator: {{{operator}}}
"""


@pytest.fixture(scope="module")
def town_site(tmp_path_factory, build, read_site):
    """Return a function that builds a small site for an operator, once each."""
    made = {}

    def make(operator, address=""):
        if (operator, address) not in made:
            root = projects.make(tmp_path_factory.mktemp("stelle") / "projekt")
            for file in ("barrierefreiheit.md", "barrierefreiheit.leicht.md"):
                projects.write(root, f"content/{file}", (projects.ROOT / "content" / file).read_text("utf-8"))
            projects.write(root, "content/index.leicht.md", "# Start\n\nGuten Tag.\n")
            projects.write(root, "mkdocs.yml", CONFIG.format(operator=operator, address=address))
            target = root.with_name("site")
            code, output = build(target, root=root, PYTHONPATH=str(projects.ROOT / "plugins"))
            assert code == 0, output
            made[operator, address] = read_site(target)
        return made[operator, address]

    return make


def report(page):
    """Return the link of „Barriere melden“ at the foot of a page."""
    (box,) = page.root.having("report")
    return next(node for node in box.all("a") if "btn" in node.attrs["class"])


def letter(page):
    """Return receiver, subject and lines of the letter that the link begins."""
    parts = urlsplit(report(page).attrs["href"])
    assert parts.scheme == "mailto"
    fields = parse_qs(parts.query, strict_parsing=True)
    return parts.path, fields["subject"][0], fields["body"][0].split("\r\n")


def own_address(page):
    return page.path.removesuffix("index.html")


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_every_page_begins_a_letter_with_its_title_and_address(town_site, address):
    site = town_site(EMAIL, address)
    assert len(site.pages) > 20
    for page in site.pages.values():
        receiver, subject, lines = letter(page)
        assert receiver == "barriere@example.org"
        title = next(node for node in page.root.all("title")).text.removesuffix(" – Vorbild")
        words = texts("de-simple" if page.easy else "de")
        assert subject == f"{words('foot.report_subject')}: {title}"
        assert lines[0] == words("foot.report_body")
        if page.path != "404.html":
            assert lines[1:3] == [title, (address or "/") + own_address(page)], page.path


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_the_page_of_a_wrong_address_asks_for_that_address(town_site, address):
    page = town_site(EMAIL, address).pages["404.html"]
    _, _, lines = letter(page)
    assert lines[1] == texts()("foot.report_unknown")
    assert texts()("foot.report_text") not in page.root.text, "it cannot fill in what it does not know"


def test_who_has_only_a_telephone_is_called(town_site):
    site = town_site(PHONE)
    for page in site.pages.values():
        link = report(page)
        assert link.attrs["href"] == "tel:0123456780"
        assert "01234 5678-0" in link.text.replace("\u00a0", " ").replace("\u2011", "-")


def test_who_has_both_is_written_to_or_called(town_site):
    (box,) = town_site(f"{EMAIL}, {PHONE}").page("praxis/").root.having("report")
    assert [urlsplit(node.attrs["href"]).scheme for node in box.all("a")] == ["tel", "mailto"]


def test_without_an_operator_every_page_leads_to_the_statement_of_its_language(site):
    for page in site.pages.values():
        wanted = "barrierefreiheit/leicht/index.html" if page.easy else "barrierefreiheit/index.html"
        if page.path != "404.html":
            assert site.target(page, report(page).attrs["href"])[0] == wanted, page.path


@pytest.mark.parametrize("path", ["barrierefreiheit/", "barrierefreiheit/leicht/"])
def test_the_statement_has_what_the_law_asks_for(town_site, path):
    page = town_site(EMAIL).page(path)
    text = page.main.text
    for wanted in ("Stadt Musterstadt", "barriere@example.org", "4 Wochen", "22. November 2026"):
        assert wanted in text, wanted
    # Bavaria's body, with address and link, and no other.
    assert "81541 München" in text
    assert "https://www.ldbv.bayern.de/digitalisierung/bitv/" in page.links
    assert "Schlichtungsstelle beim Landeszentrum" not in text


@pytest.mark.parametrize("path", ["barrierefreiheit/", "barrierefreiheit/leicht/"])
def test_the_statement_of_this_edition_claims_no_more_than_was_tested(site, path):
    text = site.page(path).main.text
    assert "vollständig vereinbar" not in text
    assert "Alles ist ohne Barrieren" not in text
    assert re.search(r"Vorlese-?[Pp]rogramme|Programme zum Vorlesen", text)


@pytest.mark.parametrize("path", ["barrierefreiheit/", "barrierefreiheit/leicht/"])
def test_headings_of_the_statement_go_down_step_by_step(town_site, site, path):
    for page in (town_site(EMAIL).page(path), site.page(path)):
        levels = [int(node.tag[1]) for node in next(page.main.all("article")).all("h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_of_the_statement_say_where_they_lead(site, town_site):
    for page in (town_site(EMAIL).page("barrierefreiheit/"), site.page("barrierefreiheit/")):
        leads = {}
        for link in page.main.all("a"):
            leads.setdefault(link.text, set()).add(link.attrs["href"])
        assert [words for words, targets in leads.items() if len(targets) > 1] == []
