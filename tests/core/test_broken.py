"""Broken entries: each is answered with file, line and code, and never with a traceback or with half the truth.

The first line of each file in broken/ says what the check must find there: line:column code, comma between.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import projects
import pytest
from vorbild import cli
from vorbild.source import MAX_FINDINGS

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yml"))
ENTRY = "case_studies/practices/beispiel.yml"


def findings(root, capsys):
    """Run the command as an editor would and return exit code and findings."""
    code = cli.main(["--root", str(root), "check", "--format", "json"])
    shown = capsys.readouterr()
    assert "Traceback" not in shown.out + shown.err
    return code, json.loads(shown.out)


def places(found):
    return [f"{finding['line']}:{finding['column']} {finding['code']}" for finding in found]


def check_bytes(project, capsys, data):
    (project / ENTRY).write_bytes(data)
    code, found = findings(project, capsys)
    assert {finding["file"] for finding in found} <= {ENTRY}
    return code, places(found)


@pytest.mark.parametrize("file", BROKEN, ids=lambda path: path.stem)
def test_broken_entry_is_answered_with_place_and_code(project, capsys, file):
    expected = file.read_text("utf-8").split("\n", 1)[0].removeprefix("# ").split(", ")
    code, found = check_bytes(project, capsys, file.read_bytes())
    assert code == 1
    assert found == expected


# Where the place of a mistake is reckoned from the text.
RECKONED = [
    file for file in BROKEN if re.search(rb" (yaml|raw|markdown|hidden|control)-", file.read_bytes().split(b"\n")[0])
]


@pytest.mark.parametrize("file", RECKONED, ids=lambda path: path.stem)
def test_windows_line_ends_change_nothing(project, capsys, file):
    expected = file.read_text("utf-8").split("\n", 1)[0].removeprefix("# ").split(", ")
    assert check_bytes(project, capsys, file.read_bytes().replace(b"\n", b"\r\n")) == (1, expected)


# What a file cannot hold or a repository should not.
ODD = {
    "latin-1": (projects.ENTRY.encode("latin-1"), ["3:44 encoding"]),
    "utf-16": (projects.ENTRY.encode("utf-16"), ["1:1 encoding"]),
    "latin-1 in the middle": (b"# x\ntitle: Gr\xf6\xdfe\n", ["2:10 encoding"]),
    "null bytes only": (b"\x00" * 10, [f"1:{n} control-character" for n in range(1, 11)] + ["1:1 yaml-empty"]),
    "empty": (b"", ["1:1 yaml-empty"]),
    "spaces only": (b"  \n \n", ["1:1 yaml-empty"]),
    "byte order mark twice": (b"\xef\xbb\xbf\xef\xbb\xbf" + projects.ENTRY.encode(), ["1:1 hidden-character"]),
    "too large": (projects.ENTRY.encode() + b"# " + b"x" * 1_000_000, ["1:1 file-too-large"]),
    "100,000 open brackets": (b"title: " + b"[" * 100_000, ["1:47 yaml-depth"]),
    "100,000 open braces": (b"title: " + b"{a: " * 100_000, ["1:161 yaml-depth"]),
    "deeply nested lists": (b"title:\n" + b"".join(b" " * n + b"-\n" for n in range(1, 60)), ["41:41 yaml-depth"]),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_bytes(project, capsys, name):
    data, expected = ODD[name]
    code, found = check_bytes(project, capsys, data)
    assert code == 1
    assert sorted(found) == sorted(expected)


def test_alias_bomb_is_answered_at_once(project, capsys):
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(ord('a') + n)}: &{chr(ord('a') + n)} [{','.join(['*' + chr(ord('a') + n - 1)] * 9)}]\n"
        for n in range(1, 20)
    )
    code, found = check_bytes(project, capsys, projects.ENTRY.encode() + bomb.encode())
    assert code == 1
    # Nothing is expanded, and the reader gives up long before the last of nine to the nineteenth.
    assert len(found) <= 2 * MAX_FINDINGS
    assert "23:4 yaml-alias" in found


def test_python_objects_are_never_made(project, capsys, tmp_path):
    trap = tmp_path / "gefahr"
    for tag in ("!!python/object/apply:os.system", "!!python/object/new:os.system", "!!python/name:os.system"):
        data = projects.ENTRY + f'licence: {tag} ["touch {trap}"]\n'
        code, found = check_bytes(project, capsys, data.encode())
        assert code == 1
        assert "23:10 yaml-tag" in found
    assert not trap.exists()


def test_many_mistakes_of_one_kind_are_all_told(project, capsys):
    lines = "".join(f"  - {n % 7}\n" for n in range(10_000))
    code, found = check_bytes(project, capsys, f"{projects.ENTRY}related:\n{lines}".encode())
    assert code == 1
    assert "24:5 dead-reference" in found


# What looks odd and is right.
FINE = {
    "byte order mark": b"\xef\xbb\xbf" + projects.ENTRY.encode(),
    "windows line ends": projects.ENTRY.replace("\n", "\r\n").encode(),
    "old mac line ends": projects.ENTRY.replace("\n", "\r").encode(),
    "no line end at the end": projects.ENTRY.rstrip("\n").encode(),
    "emoji": projects.ENTRY.replace("Busbegleitung in", "Busbegleitung 🚌 in").encode(),
    "family emoji's variation": projects.ENTRY.replace("Busbegleitung in", "Busbegleitung ♿️ in").encode(),
    "very long line": (projects.ENTRY + "starting_point: " + "Sehr langer Text. " * 10_000 + "\n").encode(),
    "umlaut domain": projects.ENTRY.replace("https://www.example.org\n", "https://münchen.de/größe?a=ä\n").encode(),
    "document start": b"---\n" + projects.ENTRY.encode(),
    "document end": projects.ENTRY.encode() + b"...\n",
    "german quotes": projects.ENTRY.replace("Busbegleitung in", "„Busbegleitung“ in").encode(),
    "colon without a space": projects.ENTRY.replace("Busbegleitung in", "Bus:Bahn in").encode(),
    "a tab in a block of text": projects.ENTRY.replace("  Die Begleitung", "  Die\tBegleitung").encode(),
    "empty optional fields": (projects.ENTRY + "goals:\nphoto: {}\nrelated: []\nlicence: ~\n").encode(),
    "quoted keys": projects.ENTRY.replace("title:", '"title":', 1).encode(),
    "mailto in prose": projects.ENTRY.replace(
        "  Die Begl", "  [Mail](mailto:a@example.org). <b@example.org> Die Begl"
    ).encode(),
    "less-than in prose": projects.ENTRY.replace("  Die Begl", "  Für 3 < 5 Menschen & mehr. Die Begl").encode(),
}


@pytest.mark.parametrize("name", FINE)
def test_odd_and_right(project, capsys, name):
    assert check_bytes(project, capsys, FINE[name]) == (0, [])


def test_position_of_an_item_behind_a_bad_one(project, capsys):
    data = projects.ENTRY + "related: [5a b, {x: y}, vorbild-anderswo, gibt-es-nicht]\n"
    code, found = check_bytes(project, capsys, data.encode())
    assert code == 1
    assert "23:43 dead-reference" in found


def test_a_reference_to_an_unreadable_entry_is_no_second_mistake(project, capsys):
    (project / "case_studies/practices/vorbild-anderswo.yml").write_bytes(b"- nur eine Liste\n")
    projects.write(project, ENTRY, projects.ENTRY + "related: [vorbild-anderswo]\n")
    projects.write(
        project,
        "content/seite.md",
        "# Seite\n\n[Hier](praxis/vorbild-anderswo/index.md)\n\n[[practices vorbild-anderswo]]\n",
    )
    code, found = findings(project, capsys)
    assert code == 1
    assert [(finding["file"], finding["code"]) for finding in found] == [
        ("case_studies/practices/vorbild-anderswo.yml", "yaml-root")
    ]


# The cure that a finding names, where it can be worked out.
CURES = {
    "reviewed_on: 5.3.2026": "2026-03-05",
    "reviewed_on: 2026-3-5": "2026-03-05",
    "reviewed_on: 2026/03/05": "2026-03-05",
    "period: {start: 2020-1, status: running}": "2020-01",
    "indicators: [{label: Fahrten, value: '1.234,5', source: 1}]": "1234.5",
    "indicators: [{label: Fahrten, value: 16.500, source: 1}]": "16500",
    "indicators: [{label: Fahrten, value: rund 16 500, source: 1}]": "16500",
    "indicators: [{label: Fahrten, value: 3 bis 4, source: 1}]": "3",
    "indicators: [{label: Fahrten, value: 1e3, source: 1}]": "1000",
    "fields_of_action: [Mobilität]": "mobility",
    "fields_of_action: [ÖPNV]": "mobility",
    "titel: Bus": "title",
    "Summary: Bus": "summary",
    "organisation: {name: Verein, webseite: x, nmae: y}": "name",
    "related: [vorbild-andreswo]": "vorbild-anderswo",
    "transfer: {core: Alles kostenlos., conclusion: Nein}": "false",
    "materials: [{title: Flyer, url: 'https://example.org/a', language: Deutsch}]": "de",
}


@pytest.mark.parametrize("snippet", CURES)
def test_cure_is_named(project, capsys, snippet):
    projects.write(project, ENTRY, projects.replace(projects.ENTRY, snippet)[0])
    code, found = findings(project, capsys)
    assert code == 1
    assert any(CURES[snippet] in finding["help"] for finding in found)


def test_a_misspelt_field_is_one_mistake_and_not_two(project, capsys):
    projects.write(project, ENTRY, projects.ENTRY.replace("summary:", "sumary:"))
    assert places(findings(project, capsys)[1]) == ["3:1 unknown-field"]


def test_example_of_a_missing_field_can_be_copied(project, capsys):
    """The example in the help of a missing field, put into the file, mends it."""
    for key, part in projects.parts(projects.ENTRY):
        if key in {"", "target_groups", "fields_of_action"}:
            continue
        projects.write(project, ENTRY, projects.ENTRY.replace(part, "", 1))
        (found,) = findings(project, capsys)[1]
        assert found["code"] == "missing-field"
        line = found["help"].split("zum Beispiel ", 1)[1]
        assert line.startswith(f"{key}: ")
        projects.write(project, ENTRY, projects.ENTRY.replace(part, f"{line}\n", 1))
        assert findings(project, capsys) == (0, [])
