"""Charts and the map on the built site: they say what table and list say, in letters that one can read."""

from __future__ import annotations

import re

import pytest

CHARTS, MAP = "praxis/begleitservice-berlin/", "kommunen/"
# Each visible text of a drawing as it stands on the screen: words, size of its letters, box.
TEXTS = """selector => [...document.querySelectorAll(selector)].filter(svg => svg.getClientRects().length).map(
  svg => [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect(), scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    return [text.textContent, size, box.left, box.top, box.right, box.bottom];
  }))"""
DRAWINGS = ".drawn svg, .map svg"


def words(node):
    """Return the words of a text in a drawing, whose lines have no space between them."""
    return " ".join(child.text for child in node.all("tspan")) or node.text


def test_a_chart_shows_the_numbers_and_dates_of_its_table(site, gather):
    found, seen = gather(), 0
    for page in site.pages.values():
        for figure in page.main.having("chart"):
            rows = [[cell.text for cell in row.all("th", "td")] for row in next(figure.all("tbody")).all("tr")]
            dated = [row for row in rows if re.search(r"\d{4}", row[0])]
            for drawing in figure.all("svg"):
                seen += 1
                values = [words(node) for node in drawing.having("value")]
                dates = [" ".join(reversed(words(node).split(" ", 1))) for node in drawing.having("date")]
                if len(list(drawing.all("rect"))) != len(dated):
                    found.add(page.path, "Säulen und Zeilen sind nicht gleich viele")
                if not values or not all(any(row[1].startswith(value) for row in rows) for value in values):
                    found.add(page.path, f"nicht in der Tabelle: {values}")
                if not dates or not set(dates) <= {row[0] for row in rows}:
                    found.add(page.path, f"nicht in der Tabelle: {dates}")
    found.none()
    assert seen >= 2


def test_the_map_shows_the_places_of_its_list_and_the_list_leads_to_their_pages(site):
    for address in (MAP, ""):
        page = site.page(address)
        (drawing,) = page.main.having("map")
        lists = list(page.main.having("map-list"))
        # Too many for names: numbers on the map, which stand in the list.
        numbers = [next(iter(item.having("n"))).text for item in lists[0].all("li")]
        assert len(numbers) > 12
        assert [node.text for node in drawing.all("text")] == numbers
        assert len(list(drawing.all("circle"))) == len(numbers)
        for item in (item for one in lists for item in one.all("li")):
            links = [site.target(page, link.attrs["href"]) for link in item.all("a")]
            assert links
            assert all(file for file, _ in links)


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1280])
@pytest.mark.parametrize("page", [CHARTS, MAP])
def test_letters_in_drawings_are_large_enough_and_cover_nothing(visit, address, page, width):
    shown = visit(address + page, width=width)
    drawings = shown.page.evaluate(TEXTS, DRAWINGS)
    assert len(drawings) == 1
    for texts in drawings:
        assert texts
        for index, (word, size, left, top, right, bottom) in enumerate(texts):
            assert size >= 16, f"{word}: {size:.1f} px"
            assert left >= 0
            assert right <= width
            for other, _, left2, top2, right2, bottom2 in texts[index + 1 :]:
                apart = left >= right2 or left2 >= right or top >= bottom2 or top2 >= bottom
                assert apart, f"{word} über {other}"
    assert shown.trouble == []


def test_links_beside_the_map_are_large_enough_for_a_finger(visit, address):
    sizes = visit(address + MAP, width=320).page.evaluate(
        "() => [...document.querySelectorAll('.map-list a')].map("
        "link => [link.textContent, link.getBoundingClientRect().height])"
    )
    assert sizes
    assert [word for word, height in sizes if height < 44] == []
