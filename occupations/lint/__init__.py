"""What editors' texts must not hold: figures, which come from the data, and the sentences of others.

Pure functions from text to findings; nothing here knows Django. `manage.py lint_profiles` puts them together.
"""
