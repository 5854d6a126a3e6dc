"""The answer to a question: from what was understood of it to what stands first on the page.

`resolve.py` finds the occupations that are meant, `queries.py` reads their figures, `figures.py`, `lists.py` and
`texts.py` make the parts of an answer, `chips.py` says how the question was read, `words.py` has the sentences, and
`page.py` puts an answer of one kind together. Each kind takes a fixed number of queries.
"""
