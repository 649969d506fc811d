"""The few kinds of values of CBOR (RFC 8949) that an index of Pagefind is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNSIGNED, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
# Smaller numbers stand in the first byte; from there on it says how many bytes follow.
_FIRST = 24


def number(value: int) -> bytes:
    """Return an integer of at most 32 bits."""
    return _head(_UNSIGNED, value) if value >= 0 else _head(_NEGATIVE, -1 - value)


def text(value: str) -> bytes:
    """Return a text."""
    data = value.encode()
    return _head(_TEXT, len(data)) + data


def array(items: Sequence[bytes]) -> bytes:
    """Return an array of values that are written already."""
    return _head(_ARRAY, len(items)) + b"".join(items)


def _head(kind: int, value: int) -> bytes:
    if value < _FIRST:
        return bytes([kind << 5 | value])
    size = 0 if value < 1 << 8 else 1 if value < 1 << 16 else 2
    return bytes([kind << 5 | _FIRST + size]) + value.to_bytes(1 << size, "big")
