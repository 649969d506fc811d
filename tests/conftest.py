"""What all tests share."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import hypothesis
import pytest

# projects.py and corpus.py are for all tests, and with importlib mode no folder of tests is on the path.
sys.path.insert(0, str(Path(__file__).parent))

import projects


def pytest_addoption(parser):
    parser.addoption("--new-trees", action="store_true", help="write the golden accessibility trees anew")


@pytest.fixture
def project(tmp_path):
    """Return the folder of a small valid project."""
    return projects.make(tmp_path / "projekt")


# --- A browser ----------------------------------------------------------------------------------------------

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium; without one the tests fail where CI=true, and are skipped elsewhere."""
    # Only whoever asks for a browser needs its library.
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415

    wanted = os.environ.get("VORBILD_BROWSER")
    found = wanted or next(filter(None, map(shutil.which, BROWSERS)), None)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET, *(["--no-sandbox"] if root else [])]
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=found, args=arguments)
        except Error as error:
            sentence = (
                "Kein Browser: Die Seiten können nicht im Browser geprüft werden. Bitte Chromium installieren oder "
                f"`playwright install chromium` ausführen. ({str(error).splitlines()[0]})"
            )
            if os.environ.get("CI") == "true":
                pytest.fail(sentence)
            pytest.skip(sentence)
        yield running
        running.close()


# --- Made-up cases ------------------------------------------------------------------------------------------

# The same cases in every run, and no time limit for one of them on a busy machine.
hypothesis.settings.register_profile("vorbild", derandomize=True, deadline=None, print_blob=False, database=None)
hypothesis.settings.load_profile("vorbild")
