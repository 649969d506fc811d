"""What all tests share."""

from __future__ import annotations

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


# The same cases in every run, and no time limit for one of them on a busy machine.
hypothesis.settings.register_profile("vorbild", derandomize=True, deadline=None, print_blob=False, database=None)
hypothesis.settings.load_profile("vorbild")
