"""Generated projects of any size: the same for the same number, with fields as real entries have them."""

from __future__ import annotations

import gzip
import random
import re
import shutil
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import TYPE_CHECKING

import projects
import yaml

if TYPE_CHECKING:
    from pathlib import Path

WORDS = re.findall(
    r"\w+",
    "Begleitung Rampe Treffpunkt Nachbarschaft Bus Bahn Kurs Fest Verein Rathaus Beirat Garten Chor Werkstatt Laden "
    "Spielplatz Bücherei Theater Pflege Wohnung Arbeit Schule Kita Radweg Markt Platz Brücke Netz Büro Stiftung",
)
# Frequency lists have small letters only: as in texts, most longer words are nouns.
NOUN = 6
VERBS = re.findall(r"\w+", "öffnet begleitet verändert stärkt plant baut lädt fördert berät verbindet")


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Return German words, and for each how often it and all before it are said: what `choices` draws by."""
    data = resources.files("vorbild.language") / "data/frequencies.tsv.gz"
    known = [line.split("\t") for line in gzip.decompress(data.read_bytes()).decode().splitlines()]
    listed = [(word, 10 ** (int(zipf) / 10)) for word, zipf in known if word.isalpha()]
    words = [word.title() if len(word) >= NOUN else word for word, _ in listed]
    return words, list(accumulate(often for _, often in listed))


class Corpus:
    """Makes `count` practices and a municipality for every fifty of them."""

    def __init__(self, count: int, schema_root: Path = projects.ROOT) -> None:
        self.count = count
        self._root = schema_root
        folder = schema_root / "case_studies/vocabularies"
        self._terms = {
            path.stem: [str(concept["id"]) for concept in yaml.safe_load(path.read_text("utf-8"))["concepts"]]
            for path in sorted(folder.glob("*.yml"))
        }

    @property
    def towns(self) -> list[str]:
        return [f"ort-{number:04}" for number in range(max(1, self.count // 50))]

    def write(self, root: Path) -> Path:
        """Write the whole project below `root` and return `root`."""
        for folder in ("schema", "vocabularies"):
            shutil.copytree(self._root / "case_studies" / folder, root / "case_studies" / folder)
        projects.write(root, "case_studies/glossary.yml", projects.GLOSSARY)
        projects.write(root, "content/index.md", "# Start\n\n[[newest]]\n")
        (root / "case_studies/media").mkdir()
        (root / "overrides").symlink_to(projects.ROOT / "overrides", target_is_directory=True)
        for number, slug in enumerate(self.towns):
            text = projects.TOWN.replace("Musterstadt", f"Ort {number:04}").replace("musterstadt", slug)
            projects.write(root, f"case_studies/municipalities/{slug}.yml", text)
        for number in range(self.count):
            projects.write(root, f"case_studies/practices/{self.slug(number)}.yml", self.entry(number))
        return root

    def slug(self, number: int) -> str:
        return f"beispiel-{number:05}"

    def entry(self, number: int) -> str:
        """Return practice `number` as YAML; it does not depend on how many there are."""
        chance = random.Random(number)  # noqa: S311 - not for secrets
        start = chance.randint(2005, 2025)
        town = number // 50 if number // 50 < len(self.towns) else None
        values = {
            "title": f"{chance.choice(WORDS)} und {chance.choice(WORDS)} {number}",
            "summary": self._sentences(chance, 2),
            "place": {"name": f"Ort {number // 50:04}", "state": self._pick(chance, "states")}
            | ({"municipality": self.towns[town]} if town is not None else {})
            | ({"population": chance.randint(900, 900_000)} if number % 3 else {}),
            "period": {"start": f"{start}-{chance.randint(1, 12):02}", "status": self._pick(chance, "statuses")},
            "fields_of_action": self._some(chance, "fields_of_action", 3),
            "target_groups": self._some(chance, "target_groups", 4),
            "crpd_articles": [int(term) for term in self._some(chance, "crpd_articles", 3)],
            "organisation": {
                "name": f"Verein {chance.choice(WORDS)} {number}",
                "kind": self._pick(chance, "organisation_kinds"),
            },
            "starting_point": self._sentences(chance, 4),
            "goals": [self._sentences(chance, 1) for _ in range(chance.randint(1, 4))],
            "approach": "\n\n".join(self._sentences(chance, 5) for _ in range(3)),
            "steps": [
                {"title": f"Schritt {chance.choice(WORDS)}", "text": self._sentences(chance, 3)} for _ in range(4)
            ],
            "resources": {
                "cost_class": self._pick(chance, "cost_classes"),
                "staff": f"{chance.randint(1, 9)} Personen",
            },
            "evidence": self._pick(chance, "evidence_levels"),
            "indicators": [
                {
                    "label": "Begleitungen",
                    "unit": "Fahrten",
                    "date": str(start + year),
                    "value": chance.randint(1, 99_999),
                    "source": 1,
                }
                for year in range(3)
            ],
            "lessons": [
                {
                    "kind": self._pick(chance, "lesson_kinds"),
                    "theme": self._pick(chance, "lesson_themes"),
                    "text": self._sentences(chance, 2),
                    "source": 2,
                }
                for _ in range(2)
            ],
            "transfer": {
                "core": self._sentences(chance, 2),
                "first_steps": [self._sentences(chance, 1) for _ in range(3)],
            },
            "contact": {"name": f"Büro {number}", "email": f"buero{number}@example.org"},
            "sources": [
                {
                    "url": f"https://example.org/{number}/{part}",
                    "title": f"Bericht {part} zu Beispiel {number}",
                    "publisher": f"Zeitung {number % 20}",
                    "accessed": "2026-11-22",
                }
                for part in (1, 2)
            ],
            "reviewed_on": f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        }
        if number % 4 == 3:
            values["adapted_from"] = [{"practice": self.slug(number - 3), "changed": self._sentences(chance, 1)}]
        if number % 2:
            values["easy"] = {
                "title": f"Hilfe {number}",
                "summary": "Sie bekommen Hilfe.",
                "text": "## So geht es\nEs gibt Hilfe.\nDie Hilfe ist kostenlos.\n",
                "status": "draft",
            }
        return yaml.dump(values, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)

    def _pick(self, chance: random.Random, vocabulary: str) -> str:
        return chance.choice(self._terms[vocabulary])

    def _some(self, chance: random.Random, vocabulary: str, most: int) -> list[str]:
        return chance.sample(self._terms[vocabulary], chance.randint(1, most))

    @staticmethod
    def _sentences(chance: random.Random, count: int) -> str:
        def word() -> str:
            return chance.choice(WORDS)

        return " ".join(f"Der {word()} {chance.choice(VERBS)} den {word()} und den {word()}." for _ in range(count))


class Prose(Corpus):
    """The same with texts of real words, as often as German has them: some 650 words, and 280 in easy language.

    For what depends on how many words there are. The list of words is that of the package.
    """

    def entry(self, number: int) -> str:
        """Return practice `number` as YAML."""
        chance = random.Random(number + 1_000_000)  # noqa: S311 - not for secrets
        lines = "\n".join(self._words(chance, 7) for _ in range(40))
        easy = {
            "title": "Hilfe",
            "summary": "Sie bekommen Hilfe.",
            "text": f"## So geht es\n{lines}\n",
            "status": "draft",
        }
        values = yaml.safe_load(super().entry(number)) | {"easy": easy}
        values |= {"title": f"{self._words(chance, 3)[:70]} {number}", "approach": self._sentences(chance, 26)}
        return yaml.dump(values, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)

    @classmethod
    def _sentences(cls, chance: random.Random, count: int) -> str:
        return " ".join(cls._words(chance, 12) for _ in range(count))

    @staticmethod
    def _words(chance: random.Random, count: int) -> str:
        words, weights = _vocabulary()
        return f"{' '.join(chance.choices(words, cum_weights=weights, k=count))}."
