"""Vorbild: structured case studies in, pages out. The core; it knows no site generator.

The public API is what is named here; everything else is internal.
"""

from vorbild.artefact import Artefact, write
from vorbild.project import Build, ContentError, Project, Site, build, check, load
from vorbild.schema import export

__all__ = ["Artefact", "Build", "ContentError", "Project", "Site", "build", "check", "export", "load", "write"]
