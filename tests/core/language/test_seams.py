"""Long words get the seams that people would give them, or none."""

from __future__ import annotations

import pytest
from vorbild.language.seams import seams

SPLIT = """
Rollstuhl-Rampe Behinderten-Beirat Stadt-Verwaltung Sozial-Raum Gebärden-Sprache Inklusions-Beirat Selbsthilfe-Gruppe
Beratungs-Stelle Internet-Seite Bus-Haltestelle Krankenhaus-Aufenthalt Feuerwehr-Haus Barriere-Freiheit Arbeits-Platz
Wohlfahrts-Verband Verbands-Gemeinde Ansprech-Person Bürger-Beteiligung Erfahrungs-Austausch Öffentlichkeits-Arbeit
Kinder-Garten Klassen-Zimmer Städte-Partnerschaft Länder-Grenzen Schul-Begleitung Sprach-Förderung Hilfs-Mittel
Straßen-Verkehr Größen-Ordnung Fußball-Turnier Warte-Zimmer Wohn-Gemeinschaft Förder-Programm Haupt-Eingang
Freiwilligen-Agentur Gesundheits-Amt Mobilitäts-Angebote Nachbarschafts-Hilfe Volks-Hochschule Stadtteil-Fest
Behinderten-Rechts-Konvention Behinderten-Gleichstellungs-Gesetz Generationen-Haus Einkaufs-Wagen Umwelt-Schutz
Lebensmittel-Laden Grund-Verordnung Schwerbehinderten-Ausweis Pflege-Versicherung Eingliederungs-Hilfe Freizeit-Angebot
Jugend-Zentrum Sport-Verein Musik-Schule Senioren-Treff Gemeinde-Haus Vereins-Gründung Projekt-Leitung
rollstuhl-gerecht kosten-freie familien-freundlichen
""".split()  # noqa: SIM905 - words read better as words

WHOLE = """
Freundschaft Möglichkeit Verantwortung Veranstaltung Unterstützung Gesellschaft Wissenschaft Genossenschaft
Nachhaltigkeit Partizipation Moderation Organisation Kommunikation Beeinträchtigung Herausforderung
Zusammenfassung Selbstverständlichkeit Einwohnerinnen Studentinnen Beschäftigten Teilnehmerin Erwachsene
Schneverdingen Mecklenburg Gelsenkirchen Universitäten Voraussetzung Auseinandersetzung
verantwortlich gemeinsam unterschreiben
""".split()  # noqa: SIM905 - as above


@pytest.mark.parametrize("word", SPLIT)
def test_a_compound_gets_the_seams_of_a_human(word):
    joined = word.replace("-", "")
    assert "-".join(seams(joined[0] + joined[1:].lower())) == word


@pytest.mark.parametrize("word", WHOLE)
def test_what_is_no_compound_stays_whole(word):
    assert seams(word) == (word,)


@pytest.mark.parametrize("word", ["", "A", "UN", "E-Mail", "ÖPNV-Netz", "rollStuhl", "12", "ß", "Ärzte"])
def test_short_and_odd_words_stay_as_they_are(word):
    assert seams(word) == (word,)
