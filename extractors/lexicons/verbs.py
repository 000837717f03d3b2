"""Verbs: the sets that are read off the rows of `verbs.toml`; what a row can have is in `verb_rows.py`."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

from extractors.lexicons.effects import Effect
from extractors.lexicons.files import rows
from extractors.lexicons.verb_rows import Content, Manner, Verb


@cache
def verbs() -> Mapping[str, Verb]:
    """The rows by lemma. Raises LexiconError where one is wrong."""
    return rows("verbs", Verb)


def _where(holds: Callable[[Verb], object]) -> frozenset[str]:
    return frozenset(lemma for lemma, verb in verbs().items() if holds(verb))


@cache
def reporting() -> frozenset[str]:
    """Those that report what somebody says."""
    return _where(lambda verb: verb.manner)


@cache
def reporting_as(manner: Manner) -> frozenset[str]:
    """Those that report in one manner."""
    return _where(lambda verb: verb.manner is manner)


@cache
def taking(content: Content) -> frozenset[str]:
    """Those whose content can be of one kind; a clause can be that of each that reports."""
    taken = _where(lambda verb: content in verb.takes)
    return taken | reporting() if content is Content.CLAUSE else taken


def prepositions(lemma: str) -> frozenset[str]:
    """Those that stand before the content of a verb."""
    verb = verbs().get(lemma)
    return frozenset(verb.prepositions if verb else ())


@cache
def addressing() -> frozenset[str]:
    """Those between which and a quotation is whom it is said to."""
    return _where(lambda verb: verb.addresses)


@cache
def asking() -> frozenset[str]:
    """Those that ask somebody to do something: *asked her to stay*."""
    return _where(lambda verb: verb.embeds is Effect.REQUEST and Content.INFINITIVE in verb.takes)


@cache
def wondering() -> frozenset[str]:
    """Those behind which *if* opens a question: *asked if they had left*, *will decide if it is lawful*."""
    return _where(lambda verb: verb.asks)


@cache
def knowing() -> frozenset[str]:
    """Those of what somebody knows or finds out, whose clause can be a question: *remembers when they came*."""
    return _where(lambda verb: not verb.manner and not verb.embeds and Content.CLAUSE in verb.takes)


@cache
def harming() -> frozenset[str]:
    """Those whose object is a victim: *wounded two guards*."""
    return _where(lambda verb: verb.object == "victim")


@cache
def of_people() -> frozenset[str]:
    """Those whose object is somebody, so that a bare number is one of people: *wounded 14*, *arrested three*."""
    return _where(lambda verb: verb.object in ("person", "victim"))


@cache
def aiming() -> frozenset[str]:
    """Those that are done against their object: *sued the council*."""
    return _where(lambda verb: verb.object == "target")


@cache
def dying() -> frozenset[str]:
    """Those whose subject is a victim: *nine people drowned*."""
    return _where(lambda verb: verb.dies)


@cache
def without_object() -> frozenset[str]:
    """Those that nothing is done to by: behind a noun *crashed* is its past, and no participle."""
    return _where(lambda verb: verb.alone or verb.dies)


@cache
def contradicting() -> frozenset[str]:
    """Those by which an account is met with another: *disputed that version*."""
    return _where(lambda verb: verb.contradicts)


@cache
def of_claims() -> frozenset[str]:
    """Those that make something of a claim by themselves: *ruled out that*, *withdrew her claim that*."""
    return _where(lambda verb: verb.of_claims)


def made_of_claims(lemma: str) -> tuple[str | None, tuple[str, ...]]:
    """What one of those makes of a claim, and the words of which one must stand behind it."""
    return verbs()[lemma].of_claims, verbs()[lemma].of_claims_with


@cache
def proving() -> frozenset[str]:
    """Those of which it is open whether their content is so where they are denied: *did not prove that*."""
    return _where(lambda verb: verb.of_claims == "proves" or verb.confirms or verb.settles == "found")


@cache
def confirming() -> frozenset[str]:
    """Those by which a claim is said to hold: *confirmed reports that …*."""
    return _where(lambda verb: verb.confirms)


@cache
def counting() -> frozenset[str]:
    """Those that claim a number: *put the death toll at 40*."""
    return _where(lambda verb: verb.counts)


@cache
def settling() -> frozenset[str]:
    """Those of finding out and ruling, which is news whatever is found: *found that it could rule*."""
    return _where(lambda verb: verb.settles)


@cache
def finding() -> frozenset[str]:
    """Those of finding out, behind which *would* is no future: *found that they would eat weeds*."""
    return _where(lambda verb: verb.settles == "found")


@cache
def laying_down() -> frozenset[str]:
    """Those by which a measure says what holds from then on: *the decree bans all flights*."""
    return _where(lambda verb: verb.lays_down)


@cache
def identifying() -> frozenset[str]:
    """Those that tell how a source wants to be called: *asked not to be named*."""
    return _where(lambda verb: verb.identifies)


@cache
def naming() -> frozenset[str]:
    """Those whose participle tells only what something is called: *known as*, *dubbed*."""
    return _where(lambda verb: verb.names)


@cache
def publishing() -> frozenset[str]:
    """Those whose subject speaks through their object: *issued a statement*."""
    return _where(lambda verb: verb.publishes)


@cache
def quoting() -> frozenset[str]:
    """Those whose object says what stands behind *as saying*: *quoted her as saying that*."""
    return _where(lambda verb: verb.quotes)


@cache
def speaking() -> frozenset[str]:
    """Those by which somebody says or means something in whatever way: *pressed his claim that*, *bemoaned that*."""
    return _where(lambda verb: verb.manner or verb.takes or verb.prepositions or verb.voices)


@cache
def voicing() -> frozenset[str]:
    """Those whose subject says what their object, a noun for something said, stands for: *made a promise*."""
    return _where(lambda verb: verb.voices)


@cache
def raising() -> frozenset[str]:
    """Those that say how something seems to whomever: *the vote seems rigged*."""
    return _where(lambda verb: verb.raising)


@cache
def minding(how: Literal["guesses", "imagines"]) -> frozenset[str]:
    """Those for what goes on in a mind: *feared that*, *dreamt that*."""
    return _where(lambda verb: verb.mind == how)


@cache
def stances() -> frozenset[str]:
    """Those of what somebody wants or is for, who by that vouches for nothing: *supports the bill*."""
    return _where(lambda verb: verb.stance)


@cache
def controlled_by_subject() -> frozenset[str]:
    """Those whose subject does what they promise to somebody."""
    return _where(lambda verb: verb.control == "subject")


@cache
def object_lies(where: Literal["ahead", "past"]) -> frozenset[str]:
    """Those whose object lies after them, or is taken for granted as past."""
    return _where(lambda verb: verb.object_lies == where)


@cache
def scheduled() -> frozenset[str]:
    """Those whose present with a day tells what is set for it: *talks begin on Monday*."""
    return _where(lambda verb: verb.scheduled)


def scheduled_with(lemma: str) -> tuple[str, ...]:
    """The nouns beside which one tells so that does not alone: *effect* of *take*."""
    verb = verbs().get(lemma)
    return verb.scheduled_with if verb else ()


@cache
def planning() -> frozenset[str]:
    """Those with which a day is that of what is wanted, though it be told with “on”: *planned a march on Saturday*."""
    return _where(lambda verb: verb.plans)


@cache
def unplanning() -> frozenset[str]:
    """Those by which what was planned is called off or set for another day, some of them only with a particle."""
    return _where(lambda verb: verb.unplans)


def unplanning_with(lemma: str) -> tuple[str, ...]:
    """The particles of which one of them needs one: *off* and *back* of *put*."""
    return verbs()[lemma].unplans_with


@cache
def of_things() -> frozenset[str]:
    """What a thing does, and no body of people: *sank*, *came ashore*; some of them only with another word."""
    return _where(lambda verb: verb.of_things)


def of_things_with(lemma: str) -> tuple[str, ...]:
    """The words of which one must stand behind one of those; none where it is one alone."""
    return verbs()[lemma].of_things_with


@cache
def giving_up(what: Literal["object", "subject"]) -> frozenset[str]:
    """Those by which nothing comes of a plan that is their object, in the passive their subject, or always that."""
    return _where(lambda verb: verb.gives_up == what)


def giving_up_with(lemma: str) -> tuple[str, ...]:
    """The words of which one must stand behind one of those; none where it is one alone."""
    return verbs()[lemma].gives_up_with


@cache
def of_plans() -> frozenset[str]:
    """Those of them whose object is planned whatever it is: *cancelled the fair*; not *moved the house*."""
    return _where(lambda verb: verb.of_plans)


@cache
def states() -> frozenset[str]:
    """Those of what is so, rather than of what happens."""
    return _where(lambda verb: verb.state)


@cache
def states_in_the_present() -> frozenset[str]:
    """Of the states, those that in the past, or said of a moment, tell of something that happened: *held a vote*."""
    return _where(lambda verb: verb.state == "present")


@cache
def always_states() -> frozenset[str]:
    """Of the states, those that are so in every tense: *knew*; not what somebody *wanted*."""
    return _where(lambda verb: verb.state == "always" and not verb.embeds)


@cache
def befalling() -> frozenset[str]:
    """Those that nobody decides: *prices will rise*."""
    return _where(lambda verb: verb.befalls)


@cache
def lasting() -> frozenset[str]:
    """Those whose perfect tells of what still goes on: *has maintained a policy*."""
    return _where(lambda verb: verb.lasts)


@cache
def going_up_to() -> frozenset[str]:
    """Those of which *until* says how long it goes on: *did not stay until Tuesday*."""
    return _where(lambda verb: verb.up_to)


@cache
def by_degrees() -> frozenset[str]:
    """Those of which *nearly* says how far it went: *nearly doubled*."""
    return _where(lambda verb: verb.by_degrees)


@cache
def wrongs() -> frozenset[str]:
    """Those that accuse of something when they are said of another: *lied*."""
    return _where(lambda verb: verb.wrong)


@cache
def carrying(what: Literal["subject", "object"]) -> frozenset[str]:
    """Those whose time is that of the noun beside them: *the raid took place*, *held an election*."""
    return _where(lambda verb: what in verb.carries)


@cache
def light() -> frozenset[str]:
    """Those too common to be known again: *the day before he said it*."""
    return _where(lambda verb: verb.light)


@cache
def judging(as_: Literal["fact", "claim"] | None = None) -> frozenset[str]:
    """Those that with *for* name what was done, all or as a fact or claim: *was jailed for robbing a bank*."""
    return _where(lambda verb: verb.deed and as_ in (None, verb.deed))


@cache
def leading_on(voice: Literal["passive", "active"]) -> frozenset[str]:
    """Those that say nothing without what follows: *was described*, *enabled*."""
    return _where(lambda verb: voice in verb.leads_on)


@cache
def leaning() -> frozenset[str]:
    """Those behind which a clause can be the news: *the ban came after two people died*."""
    return _where(lambda verb: verb.leans)


@cache
def turning() -> frozenset[str]:
    """Those that what they are done to does as well: *reopened*."""
    return _where(lambda verb: verb.turns)


@cache
def with_two_objects() -> frozenset[str]:
    """Those of which a passive leaves an object: *was elected and named chairman*."""
    return _where(lambda verb: verb.two_objects)


@cache
def resulting() -> frozenset[str]:
    """Those of what came of what happened: *lost the vote, ending her career*, where it was not she who ended it."""
    return _where(lambda verb: verb.results)


@cache
def arousing() -> frozenset[str]:
    """Those of how people take it, with a noun that says how: *sparking an outcry*."""
    return _where(lambda verb: verb.arouses)


@cache
def showing() -> frozenset[str]:
    """Those whose object is what somebody sees or shows."""
    return _where(lambda verb: verb.shows)


@cache
def of_places() -> frozenset[str]:
    """Those that are said of a place as such: *Oslund saw riots*."""
    return _where(lambda verb: verb.of_places)


@cache
def reaching_back(by: Literal["for", "of", "from"]) -> frozenset[str]:
    """Those behind which, and a preposition, something has a year of its own: *sentenced for a murder in 1985*."""
    return _where(lambda verb: by in verb.reaches_back)


@cache
def to_people() -> frozenset[str]:
    """Those that are done to people, so that a name beside them is a person's: *jailed Otto Rask*."""
    return _where(lambda verb: verb.to_people)


@cache
def replaced_by_colons() -> frozenset[str]:
    """Those that tell no more than that somebody says so: *Lind: the pier is closed*."""
    return _where(lambda verb: verb.colon)


@cache
def barring() -> frozenset[str]:
    """Those that what is so of one kind need not be so of all with: *bans foreign ferries*, *stopped night trains*."""
    return _where(_bars)


def _bars(verb: Verb) -> bool:
    gone = verb.gives_up or verb.unplans or verb.embeds in (Effect.REFUSAL, Effect.END)
    untrue = verb.contradicts or verb.manner is Manner.DENIES
    return bool(verb.bars or verb.negates or gone or untrue)
