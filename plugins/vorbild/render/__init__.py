"""Views become bytes. Sees views and the floor at the bottom, never an entry."""

from vorbild.render.assets import bundle
from vorbild.render.images import pictures
from vorbild.render.links import relative, url_of
from vorbild.render.markdown import lines, one_per_line
from vorbild.render.pagefind import PagefindError
from vorbild.render.renderer import Renderer
from vorbild.render.share import Brand, ShareCards
from vorbild.render.store import Store
from vorbild.render.wholes import Wholes

__all__ = [
    "Brand",
    "PagefindError",
    "Renderer",
    "ShareCards",
    "Store",
    "Wholes",
    "bundle",
    "lines",
    "one_per_line",
    "pictures",
    "relative",
    "url_of",
]
