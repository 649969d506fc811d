"""German, and easy German: tokens, word lists, rules, the number of statements, and how hard a text is.

Knows no entries and no site. Word lists stand in data/ with their sources; a sentence goes in as text, findings
and figures come out.
"""
