"""The script of the search: one of two engines with the German stemmer of lunr, and our own scripts around it."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

import rjsmin

from vorbild.artefact import Artefact
from vorbild.engines import LUNR, PAGEFIND

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = "assets/search.js"
"""Where the search is: the one script without a hash in its name, so that others can ask for it."""
# lunr and the stemmer lie in the package of MkDocs; nothing of it is imported.
_PACKAGE, _FOLDER = "mkdocs", "mkdocs/contrib/search"
_LUNR = "templates/search/lunr.js"
_STEMMER = ("lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.de.js")
# Our own scripts build on each other in this order.
_SHARED = ("load.js", "table.js")
_OWN = {
    LUNR: ("analysis.js", "index.js", "understand.js", "mark.js", "engine.js"),
    PAGEFIND: ("analysis.js", "letters.js", "pagefind.js"),
}
# All that the stemmer wants of lunr.
_STAND_IN = "this.lunr = { Pipeline: { registerFunction() {} }, generateStopWordFilter() {} };"


def script(engine: str, templates: Path, told: str) -> Artefact:
    """Return the search itself with `engine`; `told` is a script that says what it must know."""
    package = distribution(_PACKAGE)
    theirs = [Path(str(package.locate_file(f"{_FOLDER}/{name}"))).read_text("utf-8") for name in (_LUNR, *_STEMMER)]
    if engine == PAGEFIND:
        theirs[0] = _STAND_IN
    # They look for module systems first; here they shall find none.
    hidden = "\n".join(("(function(){var exports,module,define;", *theirs, "}).call(window);"))
    own = "\n".join(path.read_text("utf-8") for path in _scripts(engine, templates))
    return Artefact(SCRIPT, f"{rjsmin.jsmin(hidden, keep_bang_comments=True)}\n{rjsmin.jsmin(own)}\n{told}".encode())


def _scripts(engine: str, templates: Path) -> Iterator[Path]:
    """Yield what the search is made of: what other pages need too, then its own, which rests on what comes before."""
    yield from (templates / "scripts/entries" / name for name in _SHARED)
    yield from (templates / "scripts/search" / name for name in _OWN[engine])
