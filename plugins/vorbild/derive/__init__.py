"""Pure functions from the library to views.

The modules beside the shared ones (addresses, brief, present, paging) do not know each other. A presenter has a
language: the same functions make the pages of both. In either they name the pages of the standard language; that links
on an easy page lead to the easy twins is the renderer's work.
"""
