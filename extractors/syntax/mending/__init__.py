"""Mends: where a parse contradicts itself, what it must have meant.

English has no sentence that ends in a point without a verb, no verb with a tense and without a subject, and no verb
with two; nobody says a ship. Where a parse has such a thing, the words that stand there show what is meant: a mend
knows one contradiction, looks for it in a tree whose relations are settled, and gives heads, relations and tags that
are in none. It leaves all else, and takes any parse as it comes, in time that grows with the text alone. A file is
called for what it finds out of place. Begin with `MENDS` below, and of the files with `held_subjects.py`.

They run once each, in the order of `MENDS`, so that each can rely on those before it:

0. Tags and marks. All others ask which words are verbs, of what tense, and what a clause is that *as* or *of* opens.
1. Who does it. Of two subjects one is the name of the other, and what stands bare before a name goes with it. A noun
   that a preposition, a gerund or a participle has taken is the subject of the verb behind it. All others ask which
   verbs lack a subject, and only a verb with its own tells how far a clause goes.
2. How a sentence opens. What stands before its main clause, and only depends on it, leaves the first place to that.
3. What is said. It hangs on its verb of saying, once it is known which clause is the main one.
4. Lists. What *and* closes is a noun; a verb that it is taken for would look for a subject in vain.
5. What is lost. A sentence that still has a verb without a subject, or no verb, gets what is most like one. These go by
   the least, so that they come when nothing else can be mended.
6. Later verbs. They share what the first verb of their sentence has by then.
"""

from collections.abc import Callable

from extractors.syntax.mending.adverbial_clauses import settle_adverbials
from extractors.syntax.mending.before_when import free_what_stands_before
from extractors.syntax.mending.counted_nouns import count_nouns
from extractors.syntax.mending.described_names import raise_described
from extractors.syntax.mending.doers import free_doers
from extractors.syntax.mending.expletives import return_what_it_is
from extractors.syntax.mending.held_nouns import hold_nouns
from extractors.syntax.mending.held_subjects import part_dates, return_subjects
from extractors.syntax.mending.impossible_tags import correct_tags
from extractors.syntax.mending.inner_dates import return_inner_dates
from extractors.syntax.mending.inverted_auxiliaries import return_auxiliaries
from extractors.syntax.mending.inverted_conditions import read_conditions
from extractors.syntax.mending.inverted_fronts import return_fronts
from extractors.syntax.mending.joined_clauses import join_clauses
from extractors.syntax.mending.joined_pasts import return_joined_pasts
from extractors.syntax.mending.later_verbs import join_infinitives, settle_later_verbs
from extractors.syntax.mending.lists import close_lists, join_exceptions
from extractors.syntax.mending.lost_pasts import raise_lost_pasts, return_reported
from extractors.syntax.mending.missing_subjects import find_subjects
from extractors.syntax.mending.of_clauses import return_of_clauses
from extractors.syntax.mending.openings import join_openings
from extractors.syntax.mending.parted_predicates import join_predicates
from extractors.syntax.mending.perfects import read_bare_participles, read_participles, read_pasts
from extractors.syntax.mending.prepositions_on_verbs import return_prepositions
from extractors.syntax.mending.presents import find_presents, return_reporting_presents
from extractors.syntax.mending.relative_subjects import return_relative_subjects
from extractors.syntax.mending.relatives import return_relatives
from extractors.syntax.mending.reports import return_contents
from extractors.syntax.mending.second_subjects import return_second_subjects
from extractors.syntax.mending.times_before_clauses import raise_clauses
from extractors.syntax.mending.twin_subjects import join_names
from extractors.syntax.mending.verbs_behind_participles import raise_verbs
from extractors.syntax.mending.words_of_saying import keep_words_of_saying
from extractors.syntax.trees import Tree

MENDS: tuple[Callable[[Tree], None], ...] = (
    *(correct_tags, read_participles, read_bare_participles, read_pasts),
    *(return_prepositions, hold_nouns, return_inner_dates),
    *(settle_adverbials, return_of_clauses, return_what_it_is),
    *(join_names, raise_described, count_nouns, return_relatives),
    *(return_subjects, return_reporting_presents, free_doers, raise_verbs),
    *(join_openings, raise_clauses, part_dates, free_what_stands_before),
    *(read_conditions, return_fronts, return_auxiliaries),
    *(
        return_reported,
        return_second_subjects,
        return_relative_subjects,
        return_contents,
        keep_words_of_saying,
        join_predicates,
    ),
    *(close_lists, join_exceptions, return_joined_pasts, join_clauses),
    *(find_subjects, raise_lost_pasts, find_presents),
    *(join_infinitives, settle_later_verbs),
)
"""All of them, in their order; a line for each of the steps above."""
