"""The commands: what they print, what they return, what they leave alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pictures
import projects
import pytest
import yaml
from vorbild import cli, load, raster

ENTRY = "case_studies/practices/beispiel.yml"
GOLDEN = Path(__file__).parent / "cli"
ENGLISH = re.compile(
    r"\b(usage|error|invalid|choose|expected|argument|arguments|required|options|optional|positional|show|message|exit|unrecognized)\b",
    re.IGNORECASE,
)


@pytest.fixture
def run(project, capsys):
    def run(*arguments, root=project):
        try:
            code = cli.main(["--root", str(root), *map(str, arguments)])
        except SystemExit as exit_:
            code = exit_.code
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def spoil(project):
    text = projects.ENTRY.replace("mobility, work", "mobilty, work").replace(
        "title: Busbegleitung in Musterstadt", "titel: 100 %, Bus"
    )
    projects.write(project, ENTRY, text)


# check


def test_check_of_a_clean_project(run):
    assert run("check") == (0, "Alles in Ordnung: 4 Einträge geprüft.\n", "")
    assert run("check", "--format", "json") == (0, "[]\n", "")
    assert run("check", "--format", "github") == (0, "", "")


@pytest.mark.parametrize("name", ["text", "json", "github"])
def test_check_prints_findings_like_the_golden_file(project, run, name):
    spoil(project)
    code, out, err = run("check", "--format", name)
    assert (code, err) == (1, "")
    assert out == (GOLDEN / f"check.{name}.txt").read_text("utf-8")


def test_json_has_the_promised_keys(project, run):
    spoil(project)
    findings = json.loads(run("check", "--format", "json")[1])
    assert [set(finding) for finding in findings] == [
        {"file", "line", "column", "code", "severity", "message", "help"}
    ] * len(findings)


def test_github_escapes_what_would_end_a_command(project, run):
    projects.write(
        project,
        ENTRY,
        projects.ENTRY.replace("title: Busbegleitung in Musterstadt", 'title: "100 %: \\n::error::"\nx%:,y: 1'),
    )
    lines = run("check", "--format", "github")[1].splitlines()
    assert all(line.startswith("::error file=") for line in lines)
    assert any("%25" in line for line in lines)


def test_check_of_named_files_only(project, run):
    spoil(project)
    projects.write(project, "case_studies/practices/zwei.yml", "title: Zwei\n")
    code, out, _ = run("check", "--format", "json", project / "case_studies/practices/zwei.yml")
    assert code == 1
    assert {finding["file"] for finding in json.loads(out)} == {"case_studies/practices/zwei.yml"}
    assert run("check", project / "content/index.md") == (0, "Alles in Ordnung in den genannten Dateien.\n", "")


def test_check_of_a_folder(project, run):
    spoil(project)
    assert run("check", project / "case_studies/practices")[0] == 1
    assert run("check", project)[0] == 1
    assert run("check", project / "case_studies/municipalities")[0] == 0


def test_check_of_relative_names(project, run, monkeypatch):
    spoil(project)
    monkeypatch.chdir(project / "case_studies/practices")
    assert run("check", "beispiel.yml")[0] == 1
    assert run("check", "nachahmung.yml")[0] == 0


def test_check_of_a_file_that_cannot_be_checked(project, run, tmp_path):
    outside = projects.write(tmp_path, "fremd.yml", "a: b\n")
    readme = projects.write(project, "README.md", "# Hallo\n")
    for given in (outside, readme, project / "gibt-es-nicht.yml"):
        code, out, err = run("check", given)
        assert (code, out) == (2, "")
        assert str(given) in err


# wrong calls and help


@pytest.mark.parametrize(
    "arguments",
    [
        ["nix"],
        ["check", "--format", "xml"],
        ["check", "-x"],
        ["build"],
        ["build", "--into"],
        ["new"],
        ["new", "practice"],
        ["new", "person", "x"],
        ["new", "practice", "a", "b"],
        ["schema"],
        ["schema", "import"],
        ["--wurzel", "x"],
    ],
)
def test_a_wrong_call_is_answered_in_german(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Dieser Aufruf ist nicht möglich: vorbild --root ")
    assert "Aufruf: vorbild" in err
    assert not ENGLISH.search(re.sub(r"\{.*?\}|--\w+", "", err))


def test_no_command_shows_the_help(run):
    code, out, _ = run()
    assert code == 2
    assert out.startswith("Aufruf: vorbild")


@pytest.mark.parametrize("command", ["", "check", "build", "new", "schema"])
def test_help_is_german(run, command):
    code, out, err = run(*command.split(), "-h")
    assert (code, err) == (0, "")
    assert "zeigt diese Hilfe" in out
    assert not ENGLISH.search(out)


def test_a_folder_without_a_project(run, tmp_path):
    code, out, err = run("check", root=tmp_path)
    assert (code, out) == (2, "")
    assert str(tmp_path) in err
    assert "--root" in err


def test_console_script_and_module_do_the_same(project):
    spoil(project)
    module = subprocess.run(
        [sys.executable, "-m", "vorbild", "check"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert module.returncode == 1
    assert module.stdout == (GOLDEN / "check.text.txt").read_text("utf-8")


# new


def fields_below(field):
    return field.item.children if field.item is not None else field.children


def filled(text, root):
    """Fill every open line of a template with the example of its field."""
    lines, open_at = [], []
    for line in text.splitlines():
        match = re.fullmatch(r"( *)(- )?([a-z_]+):( \[\]| \|)?", line)
        if not match:
            lines.append(line)
            continue
        indent = len(match[1]) + len(match[2] or "")
        while open_at and open_at[-1][0] >= indent:
            open_at.pop()
        field = (open_at[-1][1] if open_at else root).child(match[3])
        open_at.append((indent, field))
        if fields_below(field):
            lines.append(line)
        elif match[4] == " |":
            lines.append(f"{line}\n{' ' * (indent + 2)}{field.examples[0]}")
        else:
            example = field.examples[0]
            lines.append(f"{match[1]}{match[2] or ''}{match[3]}: {json.dumps(example, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("kind", "folder"), [("practice", "practices"), ("municipality", "municipalities")])
def test_new_makes_a_template_that_passes_once_filled(project, run, kind, folder):
    file = f"case_studies/{folder}/ganz-neu.yml"
    code, out, err = run("new", kind, "ganz-neu")
    assert (code, err) == (0, "")
    assert file in out
    template = (project / file).read_text("utf-8")
    assert run("check", project / file)[0] == 1
    projects.write(project, file, filled(template, load(project).schemas[kind].root))
    assert run("check", project / file) == (0, "Alles in Ordnung in den genannten Dateien.\n", "")


@pytest.mark.parametrize("kind", ["practice", "municipality"])
def test_new_names_every_field_of_the_schema(project, run, kind):
    run("new", kind, "ganz-neu")
    template = next(project.glob("case_studies/*/ganz-neu.yml")).read_text("utf-8")
    for field in load(project).schemas[kind].root.walk():
        assert not field.name or re.search(rf"^ *(# )?(- )?{field.name}:", template, re.MULTILINE), field.path


@pytest.mark.parametrize("kind", ["practice", "municipality"])
def test_everything_in_a_template_can_be_uncommented(project, run, kind):
    """What the intro says works: without # and the space behind it, an optional field is there."""
    run("new", kind, "ganz-neu")
    file = next(project.glob("case_studies/*/ganz-neu.yml"))
    text = re.sub(r"^( *)# ((?:- )?[a-z_]+:( \[\]| \|)?)$", r"\1\2", file.read_text("utf-8"), flags=re.MULTILINE)
    schema = load(project).schemas[kind]
    # Names of other entries cannot be invented.
    examples = (
        filled(text, schema.root).replace('"schneverdingen"', "musterstadt").replace('"lego-rampen-hanau"', "beispiel")
    )
    examples = examples.replace('["freiwilligenagentur-schneverdingen"]', "[beispiel]").replace(
        "vbb-begleitservice.jpg", "bild.jpg"
    )
    file.write_text(examples, "utf-8")
    found = json.loads(run("check", "--format", "json", file)[1])
    # Examples of single fields need not fit each other.
    assert [
        f
        for f in found
        if f["code"]
        not in {
            "end-before-start",
            "size-contradiction",
            "duration-contradiction",
            "easy-unproven",
            "easy-exception-unused",
            "source-number",
        }
    ] == []
    assert set(yaml.safe_load(examples)) == {field.name for field in schema.root.children}


def test_new_refuses_what_exists_and_what_is_no_name(project, run):
    before = (project / ENTRY).read_bytes()
    code, _, err = run("new", "practice", "beispiel")
    assert code == 2
    assert ENTRY in err
    assert (project / ENTRY).read_bytes() == before
    for given, cure in {
        "Größe.yml": "groesse",
        "../raus": "raus",
        "a--b": "a-b",
        "Ä": "ae",
        "!": "mein-beispiel",
    }.items():
        code, _, err = run("new", "practice", given)
        assert code == 2
        assert err.rstrip().endswith(cure)
    assert not list(project.rglob("*raus*"))


# schema export


def test_editor_schemas_are_in_step(project, run):
    code, out, _ = run("schema", "export")
    assert code == 0
    for name in ("practice", "municipality", "vocabulary", "glossary"):
        file = f"case_studies/schema/{name}.json"
        assert f"{file} geschrieben." in out
        assert (project / file).read_text("utf-8") == (projects.ROOT / file).read_text("utf-8"), "vorbild schema export"


def test_editor_schema_knows_terms_and_says_nothing_of_ours(project, run):
    run("schema", "export")
    schema = json.loads((project / "case_studies/schema/practice.json").read_text("utf-8"))
    assert "mobility" in schema["properties"]["fields_of_action"]["items"]["enum"]
    assert schema["properties"]["place"]["properties"]["state"]["title"] == "Land"
    assert "$ref" not in json.dumps(schema)
    assert '"x-' not in json.dumps(schema)


def test_broken_schema_is_a_finding_for_every_command(project, run):
    projects.write(project, "case_studies/schema/practice.yml", "type: [\n")
    for arguments in (
        ["check"],
        ["schema", "export"],
        ["new", "practice", "neu"],
        ["build", "--into", project / "aus"],
    ):
        code, out, _ = run(*arguments)
        assert code == 1
        assert "case_studies/schema/practice.yml" in out


# build


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_build_publishes_only_pictures_that_an_entry_shows(project, run, tmp_path):
    (project / "case_studies/media/privat.jpg").write_bytes(pictures.telling())
    photo = "photo:\n  file: bild.jpg\n  alt: Zwei Menschen im Bus\n  credit: Verein Beispiel\n  licence: CC-BY-4.0\n"
    projects.write(project, "case_studies/practices/beispiel.yml", projects.ENTRY + photo)
    assert run("build", "--into", tmp_path / "aus")[0] == 0
    shown = raster.read(project / "case_studies/media/bild.jpg").variants
    media = {name for name in tree(tmp_path / "aus") if name.startswith("media/")}
    assert media == {variant.path for variant in shown}


def test_build_writes_the_whole_tree_and_nothing_twice(project, run, tmp_path):
    target = tmp_path / "aus"
    code, out, err = run("build", "--into", target)
    assert (code, err) == (0, "")
    files = tree(target)
    assert f"{len(files) - 1} Dateien" in out
    assert {
        "index.md",
        "praxis/index.md",
        "praxis/beispiel/index.md",
        "kommunen/musterstadt/index.md",
        "daten/eintraege.json",
    } <= files.keys()
    head, body = files["praxis/beispiel/index.md"].decode().split("---\n", 2)[1:]
    assert yaml.safe_load(head)["title"] == "Busbegleitung in Musterstadt"
    assert "Die Begleitung kommt nach Hause" in body
    stamps = {path: path.stat().st_mtime_ns for path in target.rglob("*.md")}
    run("build", "--into", target)
    assert tree(target) == files
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*.md")} == stamps


def test_build_removes_what_its_last_run_left_and_nothing_else(project, run, tmp_path):
    target = tmp_path / "aus"
    run("build", "--into", target)
    projects.write(target, "eigenes.txt", "bleibt")
    (project / "case_studies/practices/nachahmung.yml").unlink()
    assert run("build", "--into", target)[0] == 0
    assert not (target / "praxis/nachahmung").exists()
    assert (target / "praxis/beispiel/index.md").is_file()
    assert (target / "eigenes.txt").is_file()


def test_a_forged_list_of_files_cannot_reach_outside(project, run, tmp_path):
    target = tmp_path / "aus"
    run("build", "--into", target)
    victim = projects.write(tmp_path, "wichtig.txt", "bleibt")
    with (target / ".vorbild").open("a", encoding="utf-8") as manifest:
        manifest.write(f"../wichtig.txt\n{victim}\n")
    assert run("build", "--into", target)[0] == 0
    assert victim.is_file()


def test_build_refuses_a_folder_of_others(project, run, tmp_path):
    projects.write(tmp_path, "fremd/datei.txt", "x")
    code, _, err = run("build", "--into", tmp_path / "fremd")
    assert code == 2
    assert "nicht leer" in err
    assert tree(tmp_path / "fremd") == {"datei.txt": b"x"}
    assert run("build", "--into", tmp_path / "fremd/datei.txt")[0] == 2
    (tmp_path / "leer").mkdir()
    assert run("build", "--into", tmp_path / "leer")[0] == 0


def test_build_with_errors_leaves_the_old_tree(project, run, tmp_path):
    target = tmp_path / "aus"
    run("build", "--into", target)
    before = tree(target)
    spoil(project)
    code, out, err = run("build", "--into", target)
    assert code == 1
    assert "mobilty" in out
    assert err.startswith("Nicht gebaut")
    assert tree(target) == before
    assert run("build", "--into", tmp_path / "neu")[0] == 1
    assert not (tmp_path / "neu").exists()


def test_warnings_do_not_stop_a_build(project, run, tmp_path):
    projects.write(project, ENTRY, projects.ENTRY.replace("  municipality: musterstadt", "  ags: 03358019"))
    assert run("check")[0] == 1
    assert run("build", "--into", tmp_path / "aus")[0] == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the super-user may write anywhere")
def test_a_disk_that_refuses_is_no_traceback(project, run, tmp_path):
    (tmp_path / "zu").mkdir(mode=0o555)
    code, _, err = run("build", "--into", tmp_path / "zu/aus")
    assert code == 2
    assert "lässt sich nicht schreiben" in err


FORBID = """
import sys
class Forbidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"mkdocs", "properdocs", "material", "materialx", "markdown"}:
            raise ImportError("the core must not import " + name)
sys.meta_path.insert(0, Forbidden())
from vorbild.cli import main
code = main(sys.argv[1:])
assert not {"mkdocs", "properdocs"} & {name.split(".")[0] for name in sys.modules}
sys.exit(code)
"""


def test_the_core_checks_and_builds_without_any_site_generator(project, tmp_path):
    for arguments in (["check"], ["build", "--into", str(tmp_path / "aus")]):
        done = subprocess.run(
            [sys.executable, "-c", FORBID, "--root", str(project), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
