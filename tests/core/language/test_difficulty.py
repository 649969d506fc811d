"""How hard sentences and texts are."""

from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.difficulty import difficulty, text_difficulty
from vorbild.language.sentences import sentences
from vorbild.language.tagger import tag
from vorbild.language.tokens import Token, tokenise

ROOT = Path(__file__).resolve().parents[3]
ENTRIES = sorted((ROOT / "case_studies" / "practices").glob("*.yml"))
TAGS = st.sampled_from(["NN", "NE", "VV(FIN)", "VA(FIN)", "ART", "KON", "APPR", "ADJ(A)", "$,", "$.", "", "XY"])
CLAUSE = "die Verwaltung prüft den Antrag, "


def of(text):
    return text_difficulty([tag(sentence.text) for sentence in sentences(text)])


@pytest.mark.parametrize(
    ("easy", "hard"),
    [
        ("Die Rampe ist neu.", "Die Rampe, die am Rathaus steht, ist neu."),
        ("Der Bus hält hier.", "Der Bus hält hier, obwohl die Straße sehr schmal ist."),
        ("Wir prüfen das.", "Die Überprüfung der Angelegenheit erfolgt durch die Verwaltung."),
        ("Viele Menschen sind oft allein.", "Vereinsamung betrifft insbesondere hochaltrige Personen."),
        ("Sie bekommen Geld.", "Anspruchsberechtigt sind leistungsbeziehende Personen."),
    ],
)
def test_clauses_nominal_style_and_rare_words_are_harder(easy, hard):
    assert difficulty(tag(easy)) < difficulty(tag(hard))


@pytest.mark.parametrize("word", ["Rollstuhlrampe", "Behindertenausweis", "Krankenversicherungskarte"])
@pytest.mark.parametrize("seam", ["-", "·"])
def test_a_compound_with_its_seams_is_not_harder_than_without(word, seam):
    cut = {"Rollstuhlrampe": 9, "Behindertenausweis": 11, "Krankenversicherungskarte": 8}[word]
    first, rest = word[:cut], word[cut:]
    parted = f"{first}{seam}{rest.capitalize() if seam == '-' else rest}"
    assert difficulty(tag(f"Hier ist die {parted}.")) <= difficulty(tag(f"Hier ist die {word}."))


def test_the_longer_of_very_long_sentences_is_still_harder_and_stays_on_the_scale():
    ranked = [difficulty(tag(CLAUSE * times + "und das dauert lange.")) for times in (1, 3, 9, 27, 81)]
    assert ranked == sorted(set(ranked))
    assert ranked[-1] < 7


def test_headings_do_not_make_a_hard_text_easy():
    hard = "Die Inanspruchnahme der Leistungen setzt die Bewilligung durch den zuständigen Kostenträger voraus."
    easy = "Sie brauchen Hilfe?\nDann stellen Sie einen Antrag.\nDas Amt liest den Antrag.\nDann bekommen Sie Geld."
    assert of("Hilfe\nGeld\nAmt\n" + hard) > of(easy)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("cut", [None, 500], ids=["whole", "first 500 characters"])
def test_each_easy_entry_is_easier_than_its_standard_text(path, cut):
    entry = yaml.safe_load(path.read_text("utf-8"))
    easy, standard = entry["easy"]["text"], entry["approach"]
    assert of(easy[:cut]) < of(standard[:cut])


def test_a_text_without_words_has_no_difficulty():
    assert text_difficulty([]) == text_difficulty([tag("…")]) == 0


@given(st.text(), st.lists(TAGS))
def test_any_tokens_have_a_difficulty_on_the_scale(text, tags):
    tokens = [
        Token(token.text, token.start, kind, partial(str, token.text))
        for token, kind in zip(tokenise(text), [*tags, *["NN"] * len(text)], strict=False)
    ]
    assert 1 <= difficulty(tokens) < 7
