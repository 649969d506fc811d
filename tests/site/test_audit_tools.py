"""The engines find what is wrong, and nothing is accepted without a reason."""

from __future__ import annotations

import json

import engines
import pytest

BROKEN = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Falsch</title></head>
<body><main><h1>Titel</h1><p style="color: #999; background: #fff">Blasse Schrift</p>
<input type="text"><img src="data:," ><table><tr><td role="list">eins</td></tr></table></main></body></html>
"""


@pytest.mark.parametrize("engine", [engines.axe, engines.ibm, engines.codesniffer])
def test_each_engine_finds_faults_in_a_page(browser, engine):
    page = browser.new_page()
    page.set_content(BROKEN)
    found = engines.rejected(engine(page))
    page.close()
    assert any("color" in finding.rule or "contrast" in finding.rule or "1_4_" in finding.rule for finding in found)
    assert any("img" in finding.place for finding in found)


@pytest.mark.parametrize("engine", [engines.html_validate, engines.nu])
def test_each_checker_finds_faults_in_a_file(tmp_path, engine):
    (tmp_path / "seite.html").write_text(BROKEN, encoding="utf-8")
    found = engines.rejected(engine([tmp_path]))
    assert any("alt" in finding.message for finding in found)
    assert all("seite.html" in finding.place for finding in found)


def test_what_is_accepted_has_a_reason_and_is_no_sure_fault():
    for entry in engines.accepted():
        assert set(entry) <= {"engine", "level", "rule", "message", "place", "reason"}
        assert len(entry["reason"]) > 30
        unknown = entry["engine"] == "nu" and "message" in entry
        assert unknown or entry["level"] not in {"violation", "violation fail", "error"}


def test_the_lock_has_exact_versions_with_hashes_and_names_no_host():
    package = json.loads((engines.AUDIT / "package.json").read_text("utf-8"))
    text = (engines.AUDIT / "package-lock.json").read_text("utf-8")
    assert "://" not in text
    locked = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert all(entry["integrity"].startswith("sha512-") for entry in locked.values())
    for name, version in package["dependencies"].items():
        assert locked[f"node_modules/{name}"]["version"] == version
