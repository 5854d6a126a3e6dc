"""What editors' texts must not hold (figures, the sentences of others) and how they are to be shaped and worded.

Pure functions from text to findings; nothing here knows Django. `manage.py lint_profiles` puts them together.
"""
