"""Views become bytes. Sees views and the floor at the bottom, never an entry."""

from vorbild.render.links import relative, url_of
from vorbild.render.renderer import Renderer

__all__ = ["Renderer", "relative", "url_of"]
