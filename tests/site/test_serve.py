"""The live preview: what an editor changes shows up, and a mistake does not end it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

SLUG = "busbegleitung"
PATIENCE = 30
NEW = "Ein ganz neuer Titel"


@pytest.fixture
def project(copy_small, root, tmp_path):
    """Return the folder of a small project with what mkdocs.yml says of the preview."""
    made = copy_small(tmp_path / "project")
    shutil.copytree(root / "plugins", made / "plugins")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    watched, shown = (re.search(rf"(?m)^ *{key}: .*\n", settings)[0] for key in ("watch", "preview"))
    own = (made / "mkdocs.yml").read_text("utf-8")
    (made / "mkdocs.yml").write_text(watched + own.replace("\nextra:\n", f"\nextra:\n{shown}"), encoding="utf-8")
    return made


@pytest.fixture
def preview(project, environment, tmp_path):
    """Return a project with a running preview: folder, address and log."""
    root = project
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "serve.log"
    group = {} if sys.platform == "win32" else {"start_new_session": True}
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            env={**environment(root), "VORBILD_PREVIEW": "true"},
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            **group,
        ) as server,
    ):
        try:
            yield root, f"http://127.0.0.1:{port}/", log
            assert server.poll() is None, log.read_text("utf-8")
        finally:
            if sys.platform == "win32":
                server.kill()
            else:
                os.killpg(server.pid, signal.SIGKILL)
            server.wait(timeout=10)


def get(address):
    """Return a page, or what the server says instead."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return answer.read().decode()
    except (urllib.error.URLError, OSError) as error:
        return f"{error}"


def until(condition, log):
    """Wait for a condition; tell the log if it never comes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.2)
    pytest.fail(log.read_text("utf-8")[-4000:], pytrace=False)


def test_changes_show_up_and_mistakes_do_no_harm(preview):
    root, base, log = preview
    address = f"{base}praxis/{SLUG}/"
    file = root / "case_studies" / "practices" / f"{SLUG}.yml"
    good = file.read_text("utf-8")

    def says():
        return log.read_text("utf-8", errors="replace")

    until(lambda: "<h1" in get(address), log)

    changed = re.sub(r"(?m)^title:.*$", f"title: {NEW}", good, count=1)
    file.write_text(changed, encoding="utf-8")
    until(lambda: NEW in get(address), log)

    before = len(says())
    file.write_text(changed.replace("summary:", "sumary:", 1), encoding="utf-8")
    until(lambda: f"{SLUG}.yml" in says()[before:], log)
    told = says()[before:]
    assert "Traceback" not in told
    assert re.search(rf"practices/{SLUG}\.yml:\d+:\d+", told)
    assert "summary" in told
    # It stays up and goes on showing the last good page.
    time.sleep(1)
    assert NEW in get(address)

    before = len(says())
    file.write_text("title: [\n", encoding="utf-8")
    until(lambda: f"{SLUG}.yml" in says()[before:], log)
    assert "Traceback" not in says()[before:]
    time.sleep(1)
    assert NEW in get(address)

    file.write_text(changed.replace(NEW, NEW + " danach"), encoding="utf-8")
    until(lambda: NEW + " danach" in get(address), log)


def test_open_page_reloads_by_itself(preview, browser):
    """MkDocs reloads by a script in the page, which the Content Security Policy of the site would stop."""
    root, base, log = preview
    address = f"{base}praxis/{SLUG}/"
    file = root / "case_studies" / "practices" / f"{SLUG}.yml"
    until(lambda: "<h1" in get(address), log)
    page = browser.new_page()
    try:
        page.goto(address)
        file.write_text(re.sub(r"(?m)^title:.*$", f"title: {NEW}", file.read_text("utf-8"), count=1), encoding="utf-8")
        page.wait_for_function(f"document.title.includes('{NEW}')", timeout=PATIENCE * 1000)
    finally:
        page.close()


def test_pages_and_templates_are_watched_too(preview):
    root, base, log = preview
    until(lambda: "<h1" in get(base), log)
    for path, page, old in (("content/methode.md", "methode/", "\n# "), ("overrides/404.html", "404.html", "<h1>")):
        text = "\n" + (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, f"{old}Geändert: ", 1).removeprefix("\n"), encoding="utf-8")
        until(lambda page=page: "Geändert: " in get(base + page), log)
