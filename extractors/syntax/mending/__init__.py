"""Mends: where a parse contradicts itself, what it must have meant.

English has no sentence that ends in a point without a verb, no verb with a tense and without a subject, and no verb
with two; nobody says a ship. Where a parse has such a thing, the words that stand there show what is meant: a mend
knows one contradiction, looks for it in a tree whose relations are settled, and gives heads, relations and tags that
are in none. It leaves all else, and takes any parse as it comes, in time that grows with the text alone. A file is
called for what it finds out of place. Begin with `MENDS` below, and of the files with `held_subjects.py`.

They run once each, in the order of `MENDS`, so that each can rely on those before it:

0. Tags and marks. All others ask which words are verbs, of what tense, and what a clause is that *as* or *of* opens.
1. Who does it. Of two subjects one is the name of the other, and what stands bare before a name goes with it. A noun
   that a preposition has taken is the subject of the verb behind it. All others ask which verbs lack a subject, and
   only a verb with its own tells how far a clause goes.
2. How a sentence opens. What stands before its main clause, and only depends on it, leaves the first place to that.
3. What is said. It hangs on its verb of saying, once it is known which clause is the main one.
4. What is lost. What has an *and* of its own is joined to something. A sentence that still has a verb without a
   subject, or no verb, gets what is most like one. These go by the least, so that they come when nothing else can be
   mended.
5. Later verbs. They share what the first verb of their sentence has by then.

Each was kept because sentences of news or of the tests are read wrong without it: a parse that is read off a
transformer needs fewer than one that is not, so that whoever teaches it anew should look which are still needed.
"""

from collections.abc import Callable

from extractors.syntax.mending.adverbial_clauses import settle_adverbials
from extractors.syntax.mending.before_when import free_what_stands_before
from extractors.syntax.mending.counted_nouns import count_nouns
from extractors.syntax.mending.described_names import raise_described
from extractors.syntax.mending.due_to import part_due_to
from extractors.syntax.mending.expletives import return_what_it_is
from extractors.syntax.mending.held_subjects import return_subjects
from extractors.syntax.mending.impossible_tags import correct_tags
from extractors.syntax.mending.inner_dates import return_inner_dates
from extractors.syntax.mending.inverted_auxiliaries import return_auxiliaries
from extractors.syntax.mending.inverted_conditions import read_conditions
from extractors.syntax.mending.joined_pasts import return_joined_pasts
from extractors.syntax.mending.later_verbs import join_clauses, join_infinitives, settle_later_verbs
from extractors.syntax.mending.lost_verbs import find_verbs
from extractors.syntax.mending.missing_subjects import find_subjects, return_relative_subjects
from extractors.syntax.mending.openings import join_openings
from extractors.syntax.mending.parted_predicates import join_predicates
from extractors.syntax.mending.perfects import read_bare_participles, read_participles, read_pasts
from extractors.syntax.mending.prepositions import return_prepositions
from extractors.syntax.mending.relatives import return_relatives
from extractors.syntax.mending.reports import return_contents
from extractors.syntax.mending.times_before_clauses import raise_clauses
from extractors.syntax.mending.two_subjects import leave_one_subject
from extractors.syntax.mending.words_of_saying import keep_words_of_saying
from extractors.syntax.trees import Tree

MENDS: tuple[Callable[[Tree], None], ...] = (
    *(
        correct_tags,
        read_participles,
        read_bare_participles,
        read_pasts,
        return_prepositions,
        part_due_to,
        settle_adverbials,
    ),
    *(leave_one_subject, raise_described, count_nouns, return_relatives, return_subjects),
    *(join_openings, raise_clauses, return_inner_dates, free_what_stands_before, read_conditions, return_auxiliaries),
    *(return_what_it_is, return_relative_subjects, return_contents, keep_words_of_saying, join_predicates),
    *(return_joined_pasts, join_clauses, find_subjects, find_verbs),
    *(join_infinitives, settle_later_verbs),
)
"""All of them, in their order; a line for each of the steps above."""
