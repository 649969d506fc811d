"""Pure functions from the library to views.

The modules beside the shared ones (addresses, present, paging) do not know each other.
"""
