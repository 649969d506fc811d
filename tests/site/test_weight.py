"""A page is light: what the first view costs over the wire, without photos."""

from __future__ import annotations

import pytest
from weight import measure
from weight import pages as pages_of

KILOBYTE = 1000
MOST_BYTES, MOST_REQUESTS, MOST_SCRIPT = 60 * KILOBYTE, 8, 15 * KILOBYTE


@pytest.mark.parametrize("kind", ["start", "practice", "easy practice", "list", "municipality"])
def test_first_view_is_light(browser, built, address, kind):
    page = browser.new_page()
    try:
        found = measure(page, address + pages_of(built)[kind])
    finally:
        page.close()
    # Nothing measured would be light, too.
    assert found.html > KILOBYTE
    assert found.styles > KILOBYTE
    assert found.requests <= MOST_REQUESTS, found
    assert found.total <= MOST_BYTES, found
    assert found.scripts <= MOST_SCRIPT, found
