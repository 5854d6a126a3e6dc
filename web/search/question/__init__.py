"""A room that reads a question as people type it: "rn salary ohio", "jobs without a degree", "electricista en texas".

There is no model in it and no server: tables that people wrote, a look at the names in the database, and plain code.

1. `text.py`: the text becomes words in lower case. Codes ("29-1141", "SOC 29-1141.00") and money ("$30 an hour",
   "over 75k") are cut out first.
2. `labels.py`: every run of up to six words is looked up: in the vocabulary (`vocabulary.py`: measures,
   properties, lists, little words, what no source here has), among families (`families.py`), groups and industries
   (`fields.py`), Spanish words (`spanish.py`), the places of the release (`places.py`), and the names of
   occupations in the database. A run may have several labels. Nothing is mended yet.
3. `segments.py`: the text is divided into the runs that explain most of it, long ones before short ones.
4. `roles.py`: each run gets one part in the question. Rules decide between several labels: "pa" alone is a
   physician assistant, after "nurse" it is Pennsylvania.
5. `mending.py`: only a word that got no label, and is no English word either, is mended; then it is read again, and the
   answer is shown as a guess.
What came out is an `Understood` (`understood.py`). From its parts `web.search.answer` decides for one kind of answer (a
figure, a family, a comparison, a group, a list, a place, …) and reads the figures. All of
it but `names.py`, which reads the database, is a function of the text and of what is handed in.
"""
