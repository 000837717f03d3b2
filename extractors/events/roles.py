"""Who takes part in an event, by their places in its clause: the subject of an active verb does it.

Those who take part are people, bodies, countries that act, groups and vehicles, however they are mentioned: a pronoun
means whom the mentions say, a relative or a dropped subject whom grammar says, and of several each takes part. Places
take no part, nor who is named only to describe another: *a spokesman for the council*; of what happens to a thing they
whose it is are mentioned.
"""

from collections.abc import Iterator

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.lexicons import verbs
from extractors.lexicons.beings import beings
from extractors.lexicons.effects import Effect
from extractors.mentions.records import Being, Count, DocMention, MentionForm
from extractors.sentences import LONGEST
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range, conjuncts, members
from extractors.syntax.relations import SUBJECTS, Relation
from timeline.model import Actor, ActorKind, Role

_LOCATING = frozenset("in at near into across outside through over around within off inside".split())
_ROLES_BEHIND = {
    **dict.fromkeys(("by",), Role.AGENT),
    **dict.fromkeys(("to", "for"), Role.RECIPIENT),
    **dict.fromkeys(("against",), Role.TARGET),
    **dict.fromkeys(
        "with from among between alongside including of on upon about toward towards".split(), Role.MENTIONED
    ),
}
"""What somebody is behind a preposition; behind others they are told of as places are."""
_TO_PLACES = frozenset("to from on of for toward towards".split())
"""Those behind which a place is a place: *flew to Spain*; but *signed a treaty with Spain*."""
_VOUCHING = frozenset("according per".split())
"""Those before who only says so."""
_PURPOSE = frozenset("to by for in with".split())
_OWNING = frozenset({Relation.POSSESSOR, Relation.NOUN_MODIFIER, Relation.COMPOUND, Relation.AGENT})

_BESIDE = SUBJECTS | {Relation.NOUN_MODIFIER, Relation.APPOSITION}
_NUMBERS = frozenset(
    "number group majority minority rest half dozen hundred thousand couple handful crowd team one".split()
)
"""*A number of senators*: they are that number."""
_NAMED_BESIDE = frozenset({Relation.CONJUNCT, Relation.FLAT, Relation.PARATAXIS})


def read_participants(context: EventContext, candidate: EventCandidate, extent: Range) -> tuple[tuple[str, Role], ...]:
    """The actors of an event with their roles, in the order of the text; `extent` is its clause."""
    roles: dict[str, Role] = {}
    clause = context.syntax.clauses.get(candidate.verb)
    if clause is not None and candidate.trigger == candidate.verb:
        for role, at in _arguments(context, clause, extent):
            _add(context, roles, at, role)
        for at in _people_told_of(context, clause, extent):
            _add(context, roles, at, Role.MENTIONED)
    elif clause is not None:
        for role, at in _of_noun(context, candidate.trigger):
            _add(context, roles, at, role)
    return tuple(roles.items())


def subject_of(context: EventContext, clause: Clause) -> int | None:
    """The subject of a clause, its own, shared, or addressed: *people* of *march* in *called on people to march*."""
    above = context.embeddings.get(clause.verb)
    if above is None or clause.subject is not None or above.kind is not Effect.REQUEST or above.verb == clause.verb:
        return clause.understood_subject
    tree = context.tree
    between = (at for at in tree.children[above.verb] if above.verb < at < clause.verb and at not in context.timed)
    addressed = [at for at in between if tree.is_nominal(at)]
    return addressed[0] if addressed else clause.understood_subject


def _arguments(context: EventContext, clause: Clause, extent: Range) -> Iterator[tuple[Role, int]]:
    """The parties of a verb, then those of the clauses that make it whole: *asked the council to help them*."""
    whole = [context.syntax.clauses[verb] for verb in members(context.syntax, clause)]
    for one in whole:
        below = one.verb != clause.verb and one.relation is Relation.OPEN_COMPLEMENT
        yield from ((role, at) for role, at in _parties(context, one) if not below or not _is_described(context, at))
    for one in _purposes(context, whole, extent):
        yield from ((Role.MENTIONED, at) for _, at in _parties(context, one))


def _purposes(context: EventContext, whole: list[Clause], extent: Range) -> Iterator[Clause]:
    """What it is done for or by, told in no clause of its own: *took action to help them*."""
    tree = context.tree
    for clause in whole:
        for verb in context.syntax.below.get(clause.verb, ())[:LONGEST]:
            one = context.syntax.clauses[verb]
            aside = one.relation in (Relation.ADVERBIAL, Relation.ADNOMINAL) and extent[0] <= verb < extent[1]
            bare = one.subject is None and any(tree.lowers[at] in _PURPOSE for at in one.markers)
            if aside and bare:
                yield from (context.syntax.clauses[at] for at in members(context.syntax, one))


def _people_told_of(context: EventContext, clause: Clause, extent: Range) -> Iterator[int]:
    """People in the clause itself who are neither owners nor circumstances: *thanked the wife of Otto Rask*.

    Counted over lines that readers made of real articles: three of four of these are in their cast.
    """
    tree, cast = context.tree, context.cast
    for at in range(*extent):
        number = cast.by_head.get(at)
        if number is None or at in context.timed or context.syntax.owners[at] != clause.verb:
            continue
        one, relation = cast.mentions[number], tree.relations[at]
        named = one.form is MentionForm.NAME and relation in _NAMED_BESIDE
        lone = one.being is Being.PERSON and tree.tags[one.start] not in ("DT", "PDT")
        part = relation is Relation.NOUN_MODIFIER and tree.lemmas[tree.heads[at]] in _NUMBERS
        if lone and (named or relation in _BESIDE) and not part and not _vouches(context, at):
            yield at


def _vouches(context: EventContext, at: int) -> bool:
    """*According to Otto Rask*: he only says so."""
    return any(context.tree.lowers[child] in _VOUCHING for child in context.tree.children[at])


def _parties(context: EventContext, clause: Clause) -> Iterator[tuple[Role, int]]:
    tree = context.tree
    acts = Role.SPEAKER if clause.verb in context.sayings.cues else Role.AGENT
    suffers = _suffered(context, clause.verb)
    subject = subject_of(context, clause)
    if subject is not None:
        yield (suffers if clause.passive else _of_subject(context, clause, acts)), subject
    if clause.agent is not None:
        yield acts, clause.agent
    if clause.recipient is not None:
        yield Role.RECIPIENT, clause.recipient
    for at in clause.objects:
        yield suffers, at
    if clause.predicate is not None and clause.negation is None and _is_name(context, clause.predicate):
        yield Role.MENTIONED, clause.predicate  # *The winner was Rosa Lind*
    for at in tree.children[clause.verb]:
        if tree.relations[at] is Relation.OBLIQUE and at not in context.timed:
            yield from _behind_preposition(context, at)


def _is_name(context: EventContext, at: int) -> bool:
    one = context.cast.mention(at)
    return one is not None and one.form is MentionForm.NAME


def _is_described(context: EventContext, at: int) -> bool:
    """*A fund* of *decided to set up a fund*: what is only described below a verb seldom takes part."""
    one = context.cast.mention(at)
    return one is not None and one.form is MentionForm.DESCRIPTION and one.being is not Being.PERSON


def _suffered(context: EventContext, verb: int) -> Role:
    """What the object of a verb is: hurt by it, aimed at, or only affected."""
    if context.tree.lemma_in(verb, verbs.harming()) is not None:
        return Role.VICTIM
    return Role.TARGET if context.tree.lemma_in(verb, verbs.aiming()) is not None else Role.AFFECTED


def _of_subject(context: EventContext, clause: Clause, acts: Role) -> Role:
    """*Nine people died*: who dies does nothing."""
    if context.tree.lemma_in(clause.verb, verbs.dying()) is not None and not clause.objects:
        return Role.VICTIM
    return acts


def _behind_preposition(context: EventContext, at: int) -> Iterator[tuple[Role, int]]:
    """What somebody is behind a preposition; nothing for a place."""
    tree = context.tree
    before = {tree.lowers[child] for child in tree.children[at] if tree.relations[child] is Relation.CASE}
    if before & _VOUCHING or ("on" in before and _is_medium(context, at)):
        return
    mention = context.cast.mention(at)
    building = tree.lemmas[at] in beings().buildings
    place = mention is not None and (
        mention.being is Being.PLACE or (building and mention.form is not MentionForm.NAME)
    )
    if mention is not None and mention.being is Being.THING:
        yield Role.MENTIONED, at  # *in a statement to the council*, *after a quarrel between two owners*
    elif not before & _LOCATING and not (place and before & _TO_PLACES):
        yield from ((role, at) for word, role in _ROLES_BEHIND.items() if word in before)


def _is_medium(context: EventContext, at: int) -> bool:
    """*Posted on Chirper*, *told the council on Kesk News*: where it is said."""
    tree, verb = context.tree, context.tree.heads[at]
    tells = verb in context.sayings.cues or tree.lemma_in(verb, verbs.reporting() | verbs.publishing()) is not None
    return tells and bool(context.doc[at].ent_type_)


def _of_noun(context: EventContext, trigger: int) -> Iterator[tuple[Role, int]]:
    """*The arrest of Otto Rask by police*, *the council's vote*, *Rask's arrest*."""
    tree = context.tree
    for at in tree.children[trigger]:
        if tree.relations[at] is Relation.POSSESSOR:
            yield Role.MENTIONED, at
        elif tree.relations[at] in (Relation.NOUN_MODIFIER, Relation.AGENT, Relation.OBLIQUE):
            yield from _behind_preposition(context, at)


def _add(context: EventContext, roles: dict[str, Role], at: int, role: Role) -> None:
    """Let whom a word mentions have a role, and all who are joined to them; of a thing those whose it is."""
    for word in _together(context, at):
        actors = tuple(one for one in _meant(context, word) if one.kind is not ActorKind.VEHICLE or role is Role.AGENT)
        for actor in actors:
            roles.setdefault(actor.id, role)
        mention = context.cast.mention(word)
        person = mention is not None and mention.being is Being.PERSON
        for owner in (*(() if actors or person else _owners(context, word)), *_told_beside(context, word)):
            roles.setdefault(owner.id, Role.MENTIONED)


def _together(context: EventContext, at: int) -> list[int]:
    """A word and those joined to it, to whichever part of a name: *Judges Anna Day Lind and Otto Rask*."""
    words = list(conjuncts(context.tree, at)[:LONGEST])
    one = context.cast.mention(at)
    if one is None or one.form is not MentionForm.NAME:
        return words
    inside = (
        child for part in range(one.start, min(one.end, one.start + LONGEST)) for child in context.tree.children[part]
    )
    return [
        *words,
        *(n for n in inside if n >= one.end and context.tree.relations[n] is Relation.CONJUNCT and n not in words),
    ]


def _meant(context: EventContext, at: int) -> tuple[Actor, ...]:
    number = context.cast.by_head.get(at)
    if number is None or _is_bare_thing(context, context.cast.mentions[number]):
        return ()
    return context.cast.of(number) or _speakers(context, at)


def _is_bare_thing(context: EventContext, one: DocMention) -> bool:
    """*Paper* of *bought paper from the mill*: no body that acts, as *the mill* may be."""
    tree, first = context.tree, one.start
    if one.form is not MentionForm.DESCRIPTION or one.being is not Being.BODY or one.count is not Count.ONE:
        return False
    owned = any(tree.relations[at] is Relation.POSSESSOR for at in range(first, one.head))
    named = any(tree.tags[at] in ("NNP", "NNPS") for at in range(first, one.end))
    return (
        not owned and not named and tree.tags[first] not in ("DT", "PDT", "PRP$", "CD") and tree.tags[one.head] == "NN"
    )


def _speakers(context: EventContext, at: int) -> tuple[Actor, ...]:
    """*We*, where no body is spoken for: whoever speaks is one of them."""
    own = context.tree.lowers[at] in ("we", "us", "i", "me") and context.quoted[at]
    said = context.sayings.said_by(at) if own else None
    actor = context.sayings.all[said].actor if said is not None else ""
    return tuple(one for one in (context.cast.by_id.get(actor),) if one is not None)


def _owners(context: EventContext, thing: int) -> Iterator[Actor]:
    """Whose a thing is that something happens to, or whom it is about: *their boat sank*, *a letter from them*."""
    tree = context.tree
    for at in tree.children[thing]:
        if tree.relations[at] not in _OWNING or at in context.timed:
            continue
        before = {tree.lowers[child] for child in tree.children[at] if tree.relations[child] is Relation.CASE}
        if not before & _LOCATING or _is_named_body(context, at):
            for word in conjuncts(tree, at)[:LONGEST]:
                yield from (one for one in _meant(context, word) if one.kind is not ActorKind.VEHICLE)


def _is_named_body(context: EventContext, at: int) -> bool:
    """*An article in the Oslund Courier*: it is no place."""
    one = context.cast.mention(at)
    return one is not None and one.being is Being.BODY and one.form is MentionForm.NAME


def _told_beside(context: EventContext, noun: int) -> Iterator[Actor]:
    """Who is told of beside a noun: *a letter written by the mayor*, *three officers, including a colonel*."""
    tree = context.tree
    for at in tree.children[noun]:
        if tree.lowers[at - 1] == "including" and tree.relations[at] is Relation.NOUN_MODIFIER:
            for word in conjuncts(tree, at)[:LONGEST]:
                yield from _meant(context, word)
        clause = context.syntax.clauses.get(at)
        if clause is None or clause.relation is not Relation.ADNOMINAL or tree.tags[at] not in ("VBN", "VBG"):
            continue
        behind = (one for one in tree.children[at] if tree.relations[one] is Relation.OBLIQUE)
        about = (party for one in behind for _, party in _behind_preposition(context, one))
        for party in (*clause.objects, clause.agent, *about):
            for word in conjuncts(tree, party)[:LONGEST] if party is not None else ():
                yield from (one for one in _meant(context, word) if one.kind is not ActorKind.VEHICLE)
