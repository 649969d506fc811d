"""What tests of the language tools share."""

from __future__ import annotations

import pytest
from vorbild.language.tagger import tag


@pytest.fixture
def marked():
    """Return a function: what a detector marks in a sentence, as text."""

    def texts(detector, sentence):
        return [sentence[match.start : match.end] for match in detector(tag(sentence))]

    return texts
