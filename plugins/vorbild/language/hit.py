"""What a rule finds: a stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Hit:
    """A breach of a rule from `start` to `end` of the text.

    `proposal` is what could stand there instead, '' if only a person can know. `variant` names which of the rule's
    sentences says it, `params` fills the placeholders of that sentence; {words}, the stretch itself, is always there.
    """

    start: int
    end: int
    proposal: str = ""
    variant: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
