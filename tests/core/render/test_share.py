"""Share cards: all words on them, none cut, whatever the title."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import projects
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from vorbild.render import Brand, ShareCards, Store
from vorbild.render.lettering import fit
from vorbild.views import ShareCard

OVERRIDES = projects.ROOT / "overrides"
BOLD = OVERRIDES / "fonts/AtkinsonHyperlegibleNext-Bold.ttf"
CARD = ShareCard("Busbegleitung von Tür zu Tür", "Musterstadt", "Mobilität", "bus", "mint")
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
BOX = (690, 452)
# What German, Turkish and Polish titles are made of, and spaces to wrap at.
LETTERS = st.text("abcßäöüÄÖÜWMijgÇĞİŞçğışŁłŻżąęńśź0123456789„“–-/&…,. ", max_size=90)


@pytest.fixture
def cards():
    return ShareCards(OVERRIDES, Brand("Vorbild", "Inklusion zum Nachmachen"), Store())


def opened(data):
    return Image.open(BytesIO(data))


def inked(lettering, box):
    """Draw in the middle of a larger ground and return the box that has ink, relative to the text's corner."""
    ground = Image.new("L", (box[0] + 400, box[1] + 400))
    lettering.draw(ImageDraw.Draw(ground), (200, 200), "white")
    found = ground.getbbox()
    return None if found is None else (found[0] - 200, found[1] - 200, found[2] - 200, found[3] - 200)


@settings(max_examples=60)
@given(LETTERS)
def test_no_ink_is_outside_the_box(text):
    lettering = fit(text, BOLD, 82, BOX)
    found = inked(lettering, BOX)
    assert lettering.width <= BOX[0]
    assert lettering.height <= BOX[1]
    assert found is None or (found[0] >= 0 and found[1] >= 0 and found[2] <= BOX[0] and found[3] <= BOX[1])


@settings(max_examples=60)
@given(LETTERS)
def test_no_letter_is_lost(text):
    def bare(words):
        return "".join(words).replace(" ", "").replace("-", "")

    assert bare(fit(text, BOLD, 82, BOX).lines) == bare(text)


@pytest.mark.parametrize(
    "text", [LONG, f"{LONG} in {LONG}", "W" * 90, "W " * 45, "", "Bus\u00adbe\u00adglei\u00adtung"]
)
def test_very_long_words_stay_inside(text):
    found = inked(fit(text, BOLD, 82, BOX), BOX)
    assert found is None or (min(found[:2]) >= 0 and found[2] <= BOX[0] and found[3] <= BOX[1])


def test_a_long_word_is_broken_with_a_hyphen_only_when_it_would_be_tiny():
    assert fit("Barrierefreiheitsbeauftragte", BOLD, 82, BOX).lines == ("Barrierefreiheitsbeauftragte",)
    broken = fit(LONG, BOLD, 82, BOX)
    assert len(broken.lines) > 1
    assert all(line.endswith("-") for line in broken.lines[:-1])
    assert broken.font.size > 40


def test_a_hyphen_that_is_there_is_where_a_line_ends():
    assert fit("Bus&Bahn-Begleitservice", BOLD, 82, BOX).lines == ("Bus&Bahn-", "Begleitservice")


def test_the_font_has_the_letters_of_names_in_german_towns():
    font = ImageFont.truetype(BOLD, 40)
    missing = bytes(font.getmask("\uffff"))
    assert [sign for sign in "äöüÄÖÜßẞéèçğışİŞĞłŁżŻńśźąęčřšž„“‚‘’–—…•€&" if bytes(font.getmask(sign)) == missing] == []


def test_a_card_has_the_size_that_other_sites_ask_for_and_is_light(cards):
    data = cards.draw(CARD)
    assert (opened(data).format, opened(data).size) == ("PNG", (1200, 630))
    assert len(data) < 60_000


def test_everything_that_a_card_says_is_to_be_seen(cards):
    whole = opened(cards.draw(CARD)).convert("RGB")
    for other in (
        replace(CARD, title="Etwas anderes"),
        replace(CARD, place="Anderswo"),
        replace(CARD, field="Wohnen"),
        replace(CARD, pictogram="home"),
        replace(CARD, tint="rose"),
    ):
        assert opened(cards.draw(other)).convert("RGB").tobytes() != whole.tobytes()
    named = ShareCards(OVERRIDES, Brand("Nachbarn", "Zusammen"), Store())
    assert opened(named.draw(CARD)).convert("RGB").tobytes() != whole.tobytes()


def test_the_edges_stay_free(cards):
    """Words and drawings keep away from the margin, which some sites cut off."""
    card = ShareCard("Wir " * 22, "Hellschen-Heringsand-Unterschaar bei Nirgendwo", LONG, "talk", "sun")
    image = opened(cards.draw(card)).convert("RGB")
    ground = image.getpixel((2, 2))
    for box in ((0, 0, 60, 530), (1165, 0, 1200, 530), (0, 0, 1200, 40), (0, 524, 1200, 532)):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ground)]


@pytest.mark.parametrize("file", sorted((OVERRIDES / ".icons").glob("p-*.svg")), ids=lambda path: path.stem)
def test_every_pictogram_can_be_painted(cards, file):
    with_it = cards.draw(replace(CARD, pictogram=file.stem.removeprefix("p-")))
    assert with_it != cards.draw(replace(CARD, pictogram="gibt-es-nicht"))


def test_two_drawings_are_the_same_to_the_byte(cards):
    again = ShareCards(OVERRIDES, Brand("Vorbild", "Inklusion zum Nachmachen"), Store())
    assert cards.draw(CARD) == again.draw(CARD)


def test_the_address_changes_with_all_that_is_shown(cards):
    names = {cards.path(replace(CARD, **{key: "bus"})) for key in ("title", "place", "field", "tint")}
    assert len(names | {cards.path(CARD), cards.path(replace(CARD, pictogram="home"))}) == 6
    for brand in (Brand("Nachbarn"), Brand("Vorbild", "Inklusion zum Nachmachen", {"act": "#7a0000"})):
        assert ShareCards(OVERRIDES, brand, Store()).path(CARD) != cards.path(CARD)


def test_cards_are_kept_and_equal_ones_are_one(tmp_path, monkeypatch):
    def made():
        return ShareCards(OVERRIDES, Brand("Vorbild"), Store(tmp_path))

    first = [(artefact.path, artefact.data) for artefact in made().cards([CARD, CARD])]
    assert len(first) == 1
    monkeypatch.setattr(ShareCards, "draw", lambda *_: pytest.fail("drawn again"))
    assert [(artefact.path, artefact.data) for artefact in made().cards([CARD])] == first


def test_a_town_shows_its_own_logo_or_its_name_alone():
    def foot(logo):
        cards = ShareCards(projects.ROOT / "overrides", Brand("Musterstadt", logo=logo), Store())
        return cards.draw(ShareCard("Rampe"))

    out = BytesIO()
    Image.new("RGB", (120, 60), "#c00").save(out, "PNG")
    ours, named, own = (Image.open(BytesIO(foot(logo))).convert("RGB") for logo in (None, b"", out.getvalue()))
    red = [pixel for pixel in own.get_flattened_data() if pixel[0] > 180 and pixel[1] < 60 and pixel[2] < 60]
    assert len(red) > 3000
    assert ours.tobytes() != named.tobytes() != own.tobytes()
