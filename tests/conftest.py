"""What all tests share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# projects.py and corpus.py are for all tests, and with importlib mode no folder of tests is on the path.
sys.path.insert(0, str(Path(__file__).parent))

import projects


@pytest.fixture
def project(tmp_path):
    """Return the folder of a small valid project."""
    return projects.make(tmp_path / "projekt")
