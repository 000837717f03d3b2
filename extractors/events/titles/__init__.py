"""Titles: what an event is in one line that can stand alone, from the words of its clause and nothing else.

Begin with `titling.py`. `spines.py` chooses the clause, `clause_drafts.py` its words and their order, `naming.py` and
`antecedents.py` the names in square brackets, `pruning.py` what can go, `looseness.py` where the rest reads on and
`seams.py` whether it still belongs together, and `wording.py` makes a line of it. What is still too long has a colon
for *said that* (`said.py`; `said_elsewhere.py` where that stands apart), and goes without what is least missed
(`least_missed.py`). Nothing is ever cut at a number of letters: what goes is a branch of the sentence's tree, and what
can't be shortened safely stays long. Where that is no sentence (`soundness.py`), the sentence of the article stands,
pruned at its commas (`commas.py`), or what it reports (`reported.py`). What is left as a bare noun is told in fuller
words (`fuller.py`).
"""
