"""The porch: hands what the core makes to MkDocs. The only code that knows MkDocs; ProperDocs runs it as it is."""
