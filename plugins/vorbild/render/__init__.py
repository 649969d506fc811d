"""Views become bytes. Sees views and the floor at the bottom, never an entry."""

from vorbild.render.assets import bundle
from vorbild.render.links import relative, url_of
from vorbild.render.markdown import one_per_line
from vorbild.render.renderer import Renderer

__all__ = ["Renderer", "bundle", "one_per_line", "relative", "url_of"]
