"""The map of all places: every place is in the list, dots are inside the drawing, labels cover nothing."""

from __future__ import annotations

import math
from itertools import combinations

import projects
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild import Build, Site, load
from vorbild.catalogue import EASY, texts
from vorbild.derive import addresses, labels, places
from vorbild.derive.present import Presenter

SIZE = (320, 400)
REAL = load(projects.ROOT)


def placed(project, **coordinates):
    """Write a practice for each name with its latitude and longitude; return the map and the build."""
    for name, (latitude, longitude) in coordinates.items():
        text = projects.ENTRY.replace("  municipality: musterstadt\n", "").replace("Musterstadt", name)
        at = f"  name: {name}\n  latitude: {latitude}\n  longitude: {longitude}"
        projects.write(project, f"case_studies/practices/{name.lower()}.yml", text.replace(f"  name: {name}", at))
    loaded = load(project)
    return places.places_map(Presenter(loaded.library, texts())), Build(loaded, Site())


def boxes(found):
    return [one.box for one in found]


def test_every_entry_is_in_the_list_once():
    view = places.places_map(Presenter(REAL.library, texts()))
    listed = [*view.places, *view.elsewhere]
    hrefs = [place.href for place in listed if place.href] + [link.href for place in listed for link in place.links]
    towns = {addresses.site(addresses.entry(e.kind, e.slug)) for e in REAL.library.municipalities}
    alone = {
        addresses.site(addresses.entry(e.kind, e.slug)) for e in REAL.library.practices if "municipality" not in e.place
    }
    assert sorted(hrefs) == sorted(towns | alone)
    assert len(view.markers) == len(view.places)


def test_a_municipality_and_its_practices_are_one_place(project):
    view, _ = placed(project, Hanau=(50.13, 8.92))
    (own,) = [place for place in view.elsewhere if place.title == "Musterstadt"]
    assert own.href == "site:kommunen/musterstadt/index.md"
    assert own.note == "3 Beispiele"
    assert not own.links


def test_places_without_coordinates_or_outside_the_frame_are_in_the_list_only(project):
    view, build = placed(project, Hanau=(50.13, 8.92), Wien=(48.21, 16.37), Quito=(-0.18, -78.47), Lyon=(45.76, 4.84))
    assert [place.title for place in view.places] == ["Hanau"]
    assert [place.title for place in view.elsewhere] == ["Lyon", "Musterstadt", "Quito", "Wien"]
    page = next(p for p in build.pages() if p.uri == addresses.MUNICIPALITIES)
    body = build.body(page)
    assert body.count("<circle") == 1
    assert "Nicht auf der Karte" in body
    assert "Karte von Deutschland mit einem Ort." in body


def test_without_any_place_on_it_there_is_no_map_but_the_list(project):
    _, build = placed(project, Wien=(48.21, 16.37))
    page = next(p for p in build.pages() if p.uri == addresses.MUNICIPALITIES)
    assert "<svg viewBox" not in build.body(page)
    html = build.expand("[[map]]", "index.md")
    assert "<svg viewBox" not in html
    assert "Nicht auf der Karte" not in html
    assert 'href="praxis/wien/"' in html


def test_the_block_says_the_same_in_easy_language(project):
    _, build = placed(project, Hanau=(50.13, 8.92))
    assert "Das ist eine Karte von Deutschland. Auf der Karte ist ein Ort." in build.expand("[[map]]", "x.md", EASY)


def test_north_is_up_east_is_right_and_a_kilometre_is_as_long_both_ways_in_the_middle():
    frame = places._frame()
    (x, y), (east, _), (_, north) = frame.point(10, 51.2), frame.point(11, 51.2), frame.point(10, 52.2)
    assert x < east
    assert north < y
    assert (east - x) / (y - north) == pytest.approx(math.cos(math.radians(51.2)), abs=0.01)


def test_the_outline_is_in_the_drawing_and_holds_its_towns():
    frame = places._frame()
    for ring in places._rings():
        assert all(places._MARGIN <= frame.point(*point)[0] <= 320 - places._MARGIN for point in ring)
    inside = {"Flensburg": (9.44, 54.78), "Garmisch": (11.1, 47.5), "Aachen": (6.09, 50.78), "Cottbus": (14.33, 51.76)}
    outside = {"Prag": (14.42, 50.09), "Zürich": (8.54, 47.37), "Straßburg": (7.75, 48.58), "Stettin": (14.55, 53.43)}
    mainland = places._rings()[0]
    assert all(within(point, mainland) for point in inside.values())
    assert not any(within(point, mainland) for point in outside.values())


def within(point, ring):
    """Tell whether a point lies in a ring: a ray to the east crosses it an odd number of times."""
    x, y = point
    sides = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum((y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in sides) % 2


@pytest.mark.parametrize(("count", "kind"), [(1, "names"), (9, "names"), (40, "numbers"), (61, "nothing")], ids=str)
def test_many_places_have_numbers_and_very_many_only_dots(count, kind):
    points = [(20.0 + index % 6 * 56, 20.0 + index // 6 * 34) for index in range(count)]
    found, numbered = places._labels(["Ort"] * count, points, 400)
    assert (kind == "nothing") == (not found)
    assert (kind == "numbers") == numbered
    if numbered:
        assert [one.label.lines for one in found] == [(str(index),) for index in range(1, count + 1)]


def test_numbers_on_the_map_are_those_of_the_list(project):
    view, _ = placed(
        project, **{f"Ort{chr(97 + index)}": (48.5 + index * 0.19, 8.5 + index % 5) for index in range(26)}
    )
    assert [place.number for place in view.places] == list(range(1, 27))
    assert [marker.label.lines for marker in view.markers] == [(str(place.number),) for place in view.places]
    assert view.note == "Die Zahlen auf der Karte sind die Nummern in der Liste."


dots = st.tuples(st.floats(labels.DOT, SIZE[0] - labels.DOT), st.floats(labels.DOT, SIZE[1] - labels.DOT))


@given(st.lists(st.tuples(st.text("Olmtdaw", min_size=1, max_size=22), dots), max_size=16))
def test_labels_cover_no_label_and_no_dot_and_stay_inside(many):
    words, points = [word for word, _ in many], [point for _, point in many]
    found = labels.place(words, points, SIZE)
    assert len(found) in {0, len(many)}
    for one, other in combinations(boxes(found), 2):
        assert not labels.overlap(one, other)
    for index, (left, top, right, bottom) in enumerate(boxes(found)):
        assert left >= 0
        assert top >= 0
        assert right <= SIZE[0]
        assert bottom <= SIZE[1]
        others = [point for other, point in enumerate(points) if other != index]
        assert not any(labels.overlap((left, top, right, bottom), labels._around(dot, labels.DOT)) for dot in others)


def test_a_label_with_room_beside_its_dot_stands_to_the_right_without_a_line():
    (one,) = labels.place(["Hanau"], [(100.0, 100.0)], SIZE)
    assert one.box[0] > 100
    assert one.box[1] < 100 < one.box[3]
    assert one.line == ""


def test_a_label_that_is_pushed_away_has_a_line_to_its_dot():
    crowd = [(100.0 + index * 16, 100.0 + (index % 2) * 16) for index in range(5)]
    found = labels.place(["Gernsheim"] * 5, crowd, SIZE)
    lines = [one.line for one in found if one.line]
    assert lines
    for dot, one in zip(crowd, found, strict=True):
        if one.line:
            assert one.line.startswith(f"M{dot[0]} {dot[1]}L")


def test_the_same_places_give_the_same_labels():
    crowd = [(100.0 + index * 16, 100.0 + (index % 2) * 16) for index in range(5)]
    assert labels.place(["Ort"] * 5, crowd, SIZE) == labels.place(["Ort"] * 5, crowd, SIZE)
