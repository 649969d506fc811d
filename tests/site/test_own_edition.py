"""A town's own edition: name, logo and colours are changed in mkdocs.yml alone, by its own commented example."""

from __future__ import annotations

import re

from PIL import Image

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 60"><path fill="#930" d="M10 4h40v50H10z"/></svg>'


def test_the_example_in_mkdocs_yml_works_once_it_is_switched_on(copy_project, build, tmp_path):
    root = copy_project(tmp_path / "ausgabe")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    own = re.sub(r"^  # (?=logo|colors:|  )", "  ", settings, flags=re.MULTILINE)
    assert own.count("\n  logo") == 2
    own = own.replace("logo-dunkel.svg", "logo-dunkel.png")
    own = own.replace("site_name: Vorbild", "site_name: Musterstadt").replace('act: "#0a4a4c"', 'act: "#930"')
    (root / "mkdocs.yml").write_text(own, "utf-8")
    (root / "content/assets").mkdir(exist_ok=True)
    (root / "content/assets/logo.svg").write_text(LOGO, "utf-8")
    Image.new("RGB", (320, 120), "#930").save(root / "content/assets/logo-dunkel.png")

    code, output = build(tmp_path / "site", root=root)
    assert code != 0
    assert "mkdocs.yml:" in output
    proposal = re.search(r'Nehmen Sie "(#[0-9a-f]{6})"', output)[1]
    (root / "mkdocs.yml").write_text(own.replace("#930", proposal), "utf-8")
    code, output = build(tmp_path / "site", root=root)
    assert code == 0, output

    page = (tmp_path / "site/methode/index.html").read_text("utf-8")
    assert "– Musterstadt</title>" in page
    assert '<link rel="icon" href="../assets/logo.svg"' in page
    assert re.findall(r'<img class="logo[^>]*src="([^"]+)" alt="" width="117" height="44"', page) == [
        "../assets/logo.svg",
        "../assets/logo-dunkel.png",
    ]
    assert (tmp_path / "site/assets/logo-dunkel.png").is_file()
    assert 'class="mark"' not in page
    (style,) = (tmp_path / "site/assets").glob("style.*.css")
    assert f"--act: {proposal};" in style.read_text("utf-8")
