"""`vorbild easy`: what it prints, what it returns, what it leaves alone."""

from __future__ import annotations

import json

import projects
import pytest
from vorbild import cli

ENTRY = "case_studies/practices/beispiel.yml"
EASY = """\
easy:
  title: Hilfe im Bus
  summary: Sie bekommen Hilfe.
  text: |
    Der Bus (Linie 2) hält hier.
  status: draft
"""
WAIVED = EASY + "  exceptions:\n    - {rule: bracket, words: (Linie 2), reason: So steht es auf dem Schild.}\n"


@pytest.fixture
def run(project, capsys, monkeypatch):
    def run(*arguments, root=project):
        monkeypatch.chdir(root)
        code = cli.main(["easy", *map(str, arguments)])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def findings(run, *arguments, **options):
    code, out, _ = run("check", "--format", "json", *arguments, **options)
    return code, json.loads(out)


def test_a_breach_has_place_severity_cause_and_cure(project, run):
    projects.write(project, ENTRY, projects.ENTRY + EASY)
    code, found = findings(run)
    assert code == 1
    (bracket,) = [one for one in found if one["code"] == "bracket"]
    lines = (project / ENTRY).read_text("utf-8").split("\n")
    assert lines[bracket["line"] - 1][bracket["column"] - 1 :].startswith("(Linie 2)")
    assert (bracket["file"], bracket["severity"]) == (ENTRY, "error")
    assert bracket["message"]
    assert bracket["help"]


def test_an_exception_with_a_reason_is_respected(project, run):
    projects.write(project, ENTRY, projects.ENTRY + WAIVED)
    assert not [one for one in findings(run)[1] if one["code"] == "bracket"]


def test_an_exception_about_nothing_is_a_finding_of_both_checks(project, run, capsys):
    projects.write(project, ENTRY, projects.ENTRY + WAIVED.replace("Der Bus (Linie 2)", "Der Bus"))
    assert "easy-exception-unused" in [one["code"] for one in findings(run)[1]]
    assert cli.main(["--root", str(project), "check"]) == 1
    assert "easy-exception-unused" in capsys.readouterr().out


def test_the_level_hides_what_is_less(project, run):
    projects.write(project, ENTRY, projects.ENTRY + EASY.replace("(Linie 2) hält", "hält nicht"))
    assert [one["severity"] for one in findings(run)[1]]
    code, found = findings(run, "--level", "error")
    assert (code, found) == (0, [])


def test_text_names_the_page_of_the_rules(project, run):
    projects.write(project, ENTRY, projects.ENTRY + EASY)
    code, out, err = run("check", ENTRY)
    assert (code, err) == (1, "")
    assert "Fehler: „(Linie 2)“ steht in Klammern." in out
    assert "[bracket]" in out
    assert "Seite „Regeln für Leichte Sprache“" in out


def test_github_gets_annotations(project, run):
    projects.write(project, ENTRY, projects.ENTRY + EASY)
    out = run("check", "--format", "github", "--level", "error")[1]
    assert out.startswith(f"::error file={ENTRY},line=")


def test_the_summary_has_the_worst_text_first(project, run):
    projects.write(project, ENTRY, projects.ENTRY + EASY)
    projects.write(project, "content/index.leicht.md", "# Start\n\nGuten Tag.\n")
    code, out, _ = run("check", "--summary")
    assert code == 1
    assert ENTRY in out.splitlines()[1]
    assert any("content/index.leicht.md" in line for line in out.splitlines()[2:])


def test_a_page_and_a_plain_file_can_be_checked_anywhere(tmp_path, run):
    for name in ("seite.md", "text.txt"):
        file = projects.write(tmp_path, name, "Der Bus (Linie 2) hält hier.\n")
        code, found = findings(run, file, root=tmp_path)
        assert code == 1
        assert ("bracket", 1, 9) in [(one["code"], one["line"], one["column"]) for one in found]


def test_a_sentence_a_line_gives_an_object_a_line(tmp_path, run):
    text = "Das Haus wird gebaut.\n\nDer Hund von Anna bellt.\nWenn ich Zeit hätte, \\newline käme ich.\n"
    file = projects.write(tmp_path, "saetze.txt", text)
    code, out, err = run("check", "--lines", "--format", "jsonl", file)
    assert (code, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [list(row) for row in rows] == [["line", "codes", "statements", "difficulty"]] * 4
    assert [row["line"] for row in rows] == [1, 2, 3, 4]
    assert [code in rows[0]["codes"] for code in ("passive", "genitive", "subjunctive")] == [True, False, False]
    assert rows[1]["codes"] == []
    assert [code in rows[2]["codes"] for code in ("passive", "genitive", "subjunctive")] == [False, False, False]
    assert "subjunctive" in rows[3]["codes"]
    assert all(isinstance(row["statements"], int) for row in rows)
    assert all(1 <= row["difficulty"] <= 7 for row in rows)


def test_only_line_feeds_count_as_line_ends(tmp_path, run):
    file = projects.write(tmp_path, "saetze.txt", "Das Haus steht, \r dort.\r\nDer Bus\u2028hält.\x0bGut.\n")
    out = run("check", "--lines", "--format", "jsonl", file)[1]
    assert [json.loads(line)["line"] for line in out.splitlines()] == [1, 2]


def test_an_empty_file_has_no_line(tmp_path, run):
    file = projects.write(tmp_path, "leer.txt", "")
    assert run("check", "--lines", "--format", "jsonl", file) == (0, "", "")
    assert run("check", file)[1] == "Alles in Ordnung: ein Text in Leichter Sprache geprüft.\n"


def test_a_harder_file_has_a_higher_score(tmp_path, run):
    easy = projects.write(tmp_path, "leicht.txt", "Der Bus hält hier.\nSie steigen ein.\n")
    hard = projects.write(
        tmp_path,
        "schwer.txt",
        "Die unter Berücksichtigung wirtschaftlicher Gesichtspunkte erfolgte Neuordnung des Liniennetzes "
        "beeinträchtigt, wie Fahrgastverbände kritisieren, insbesondere mobilitätseingeschränkte Personengruppen.\n",
    )
    code, out, _ = run("score", "--format", "json", easy, hard)
    first, second = json.loads(out)
    assert code == 0
    assert first["file"].endswith("leicht.txt")
    assert first["difficulty"] < second["difficulty"]
    assert (first["sentences"], first["words"]) == (2, 7)


def test_fix_shows_first_and_writes_only_when_asked(tmp_path, run):
    file = projects.write(tmp_path, "text.txt", "\ufeffEs gibt zwölf Busse.\r\nGut.\r\n")
    before = file.read_bytes()
    code, out, _ = run("fix", file)
    assert code == 0
    assert "-Es gibt zwölf Busse." in out.replace("\ufeff", "")
    assert "+Es gibt 12 Busse." in out.replace("\ufeff", "")
    assert file.read_bytes() == before
    assert run("fix", "--write", file)[0] == 0
    assert file.read_bytes() == "\ufeffEs gibt 12 Busse.\r\nGut.\r\n".encode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "gibt-es-nicht.yml"], "gibt es nicht"),
        (["score"], "Aufruf: vorbild easy score"),
        (["check", "--lines", "a.txt"], "gehören zusammen"),
        (["check", "--format", "jsonl"], "gehören zusammen"),
        ([], "Aufruf: vorbild easy"),
    ],
)
def test_a_call_that_does_not_fit_is_answered_in_german(run, arguments, words):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_what_is_not_utf8_is_answered_with_its_place(tmp_path, run):
    file = tmp_path / "alt.txt"
    file.write_bytes("Gut.\nStraße\n".encode("latin-1"))
    code, out, err = run("check", file)
    assert (code, out) == (2, "")
    assert "Zeile 2, Spalte 5" in err
