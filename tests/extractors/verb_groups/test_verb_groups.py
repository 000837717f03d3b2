"""Tense, mood, polarity and embedding of verbs, from parses that are given."""

from typing import NamedTuple

import pytest
import spacy
from hypothesis import given
from spacy.tokens import Doc

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import read_event_context
from extractors.events.status.status import read_status
from extractors.lexicons.effects import Effect
from extractors.syntax.tenses import Aspect, Form, Modality, Tense, Voice
from extractors.verb_groups.component import KEY, Order, VerbGroup, VerbGroups, verb_groups
from extractors.verb_groups.factuality import sense
from tests.effort import effort
from tests.extractors.parses import SCHEMES, Sentence, both_schemes
from tests.extractors.parses.notation import VOCAB, parsed
from tests.extractors.parses.wild import wild_docs
from timeline.model import Polarity, Sense, Status

SENTENCES = both_schemes()


class Facts(NamedTuple):
    """What is made of an event."""

    status: Status
    polarity: Polarity
    sense: Sense


def grouped(doc: Doc) -> dict[int, VerbGroup]:
    return {group.trigger: group for group in VerbGroups().match(doc)}


def group(line: str, trigger: str) -> VerbGroup:
    doc = parsed(line)
    return next(one for one in grouped(doc).values() if doc[one.trigger].text == trigger)


def facts(line: str, trigger: str) -> Facts:
    doc = VerbGroups()(parsed(line))
    groups, one = grouped(doc), group(line, trigger)
    told, _ = read_status(read_event_context(doc), EventCandidate(one.trigger, one.trigger))
    return Facts(told, one.polarity, sense(groups, one))


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:40])
def test_verb_groups_are_the_same_in_both_schemes(sentence: Sentence) -> None:
    ud, clear = (VerbGroups().match(sentence.doc(VOCAB, scheme)) for scheme in SCHEMES)
    assert ud == clear


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("He:PRP:nsubj:left left:VBD:root", "past none indicative active"),
        ("He:PRP:nsubj:leaves leaves:VBZ:root", "present none indicative active"),
        ("He:PRP:nsubj:left has:VBZ:aux:left left:VBN:root", "present perfect indicative active"),
        ("He:PRP:nsubj:left ’s:VBZ:aux:left left:VBN:root", "present perfect indicative active"),
        ("He:PRP:nsubj:left ’d:VBD:aux:left left:VBN:root", "past perfect indicative active"),
        ("He:PRP:nsubj:go ’d:MD:aux:go go:VB:root", "none none conditional active"),
        ("He:PRP:nsubj:going is:VBZ:aux:going going:VBG:root", "present progressive indicative active"),
        ("He:PRP:nsubj:go will:MD:aux:go go:VB:root", "future none indicative active"),
        ("He:PRP:nsubj:go wo:MD:aux:go n’t:RB:advmod:go go:VB:root", "future none indicative active"),
        ("He:PRP:nsubj:go might:MD:aux:go go:VB:root", "none none possibility active"),
        ("He:PRP:nsubj:go must:MD:aux:go go:VB:root", "none none necessity active"),
        ("He:PRP:nsubj:gone would:MD:aux:gone have:VB:aux:gone gone:VBN:root", "none perfect conditional active"),
        ("He:PRP:nsubj:go did:VBD:aux:go go:VB:root", "past none indicative active"),
        ("He:PRP:nsubj:pass:shot was:VBD:aux:pass:shot shot:VBN:root", "past none indicative passive"),
        ("He:PRP:nsubjpass:shot was:VBD:auxpass:shot shot:VBN:root", "past none indicative passive"),
        (
            "He:PRP:nsubj:pass:shot has:VBZ:aux:shot been:VBN:aux:pass:shot shot:VBN:root",
            "present perfect indicative passive",
        ),
        (
            "He:PRP:nsubj:pass:held is:VBZ:aux:held being:VBG:aux:pass:held held:VBN:root",
            "present progressive indicative passive",
        ),
        (
            "He:PRP:nsubj:going had:VBD:aux:going been:VBN:aux:going going:VBG:root",
            "past perfect_progressive indicative active",
        ),
        ("It:PRP:nsubj:ready ready:JJ:root is:VBZ:cop:ready", "present none indicative active"),
        ("ready:JJ:acomp:is It:PRP:nsubj:is is:VBZ:root", "present none indicative active"),
        ("It:PRP:nsubj:ready will:MD:aux:ready ready:JJ:root be:VB:cop:ready", "future none indicative active"),
    ],
)
def test_tense_aspect_mood_and_voice_are_those_of_the_group(line: str, expected: str) -> None:
    groups = grouped(parsed(line))
    (found,) = groups.values()
    tense, aspect, modality, voice = expected.split()
    assert found.form is Form.FINITE
    assert (found.tense, found.aspect) == (Tense(tense), Aspect(aspect.replace("_", " ")))
    assert (found.modality, found.voice) == (Modality(modality), Voice(voice))


def test_a_group_holds_its_auxiliaries_negation_and_predicate() -> None:
    line = "It:PRP:nsubj:due was:VBD:cop:due n’t:RB:advmod:due due:JJ:root to:TO:mark:open open:VB:xcomp:due"
    assert group(line, "was").tokens == (1, 2, 3)
    assert group(line, "open").tokens == (4, 5)


def test_joined_verbs_share_auxiliaries_and_negation() -> None:
    line = (
        "He:PRP:nsubj:pass:held was:VBD:aux:pass:held not:RB:advmod:held held:VBN:root or:CC:cc:beaten "
        "beaten:VBN:conj:held"
    )
    found = group(line, "beaten")
    assert (found.tense, found.voice, found.polarity) == (Tense.PAST, Voice.PASSIVE, Polarity.NEGATIVE)


def test_a_joined_verb_of_its_own_tense_shares_nothing() -> None:
    line = "He:PRP:nsubj:eat did:VBD:aux:eat not:RB:advmod:eat eat:VB:root and:CC:cc:left left:VBD:conj:eat"
    found = group(line, "left")
    assert (found.tense, found.polarity) == (Tense.PAST, Polarity.POSITIVE)


def test_a_participle_joined_to_a_state_is_passive_with_its_tense() -> None:
    line = "He:PRP:nsubj:ill was:VBD:cop:ill ill:JJ:root and:CC:cc:taken taken:VBN:conj:ill away:RB:advmod:taken"
    found = group(line, "taken")
    assert (found.tense, found.voice) == (Tense.PAST, Voice.PASSIVE)


def under(verb: str) -> str:
    form = verb.partition("/")[0]
    return f"He:PRP:nsubj:{form} {verb}:root to:TO:mark:leave leave:VB:xcomp:{form}"


P, N = Polarity.POSITIVE, Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("plans/plan:VBZ", (Status.PLANNED, P, Sense.FUTURE)),
        ("planned/plan:VBD", (Status.PLANNED, P, Sense.EITHER)),
        ("hopes/hope:VBZ", (Status.PLANNED, P, Sense.FUTURE)),
        ("hoped/hop:VBD", (Status.PLANNED, P, Sense.EITHER)),
        ("agreed/agreed:VBD", (Status.PLANNED, P, Sense.EITHER)),
        ("agreed/agree:VBD", (Status.PLANNED, P, Sense.EITHER)),
        ("expects/expect:VBZ", (Status.FORECAST, P, Sense.FUTURE)),
        ("refused/refuse:VBD", (Status.OCCURRED, N, Sense.PAST)),
        ("failed/fail:VBD", (Status.OCCURRED, N, Sense.PAST)),
        ("managed/manage:VBD", (Status.OCCURRED, P, Sense.PAST)),
        ("began/begin:VBD", (Status.OCCURRED, P, Sense.PAST)),
        ("has/have:VBZ", (Status.PLANNED, P, Sense.FUTURE)),
        ("is/be:VBZ", (Status.PLANNED, P, Sense.FUTURE)),
        ("paused/pause:VBD", (Status.PLANNED, P, Sense.EITHER)),
    ],
)
def test_the_verb_above_says_what_becomes_of_an_infinitive(verb: str, expected: tuple[Status, Polarity, Sense]) -> None:
    assert facts(under(verb), "leave") == expected


def test_what_was_not_managed_did_not_happen_and_what_was_not_refused_did() -> None:
    lead = "He:PRP:nsubj:VERB did:VBD:aux:VERB not:RB:advmod:VERB VERB:VB:root to:TO:mark:leave leave:VB:xcomp:VERB"
    assert facts(lead.replace("VERB", "manage"), "leave").polarity is N
    assert facts(lead.replace("VERB", "refuse"), "leave").polarity is P


@pytest.mark.parametrize(
    ("line", "kind", "expected"),
    [
        (
            "It:PRP:nsubj:due is:VBZ:cop:due due:JJ:root to:TO:mark:open open:VB:xcomp:due",
            Effect.PLAN,
            (Status.PLANNED, P, Sense.FUTURE),
        ),
        (
            "It:PRP:nsubj:is is:VBZ:root due:JJ:acomp:is to:TO:aux:open open:VB:xcomp:due",
            Effect.PLAN,
            (Status.PLANNED, P, Sense.FUTURE),
        ),
        (
            "It:PRP:nsubj:unlikely is:VBZ:cop:unlikely unlikely:JJ:root to:TO:mark:open open:VB:xcomp:unlikely",
            Effect.EXPECTATION,
            (Status.FORECAST, N, Sense.FUTURE),
        ),
        (
            "It:PRP:nsubj:going is:VBZ:aux:going going/go:VBG:root to:TO:mark:open open:VB:xcomp:going",
            Effect.FUTURE,
            (Status.PLANNED, P, Sense.FUTURE),
        ),
        (
            "They:PRP:nsubj:called called/call:VBD:root for:IN:mark:open it:PRP:nsubj:open to:TO:mark:open "
            "open:VB:advcl:called",
            Effect.REQUEST,
            (Status.PLANNED, P, Sense.EITHER),
        ),
        (
            "They:PRP:nsubj:demanded demanded/demand:VBD:root that:IN:mark:open it:PRP:nsubj:open "
            "open:VB:ccomp:demanded",
            Effect.REQUEST,
            (Status.PLANNED, P, Sense.EITHER),
        ),
        (
            "They:PRP:nsubj:prevented prevented/prevent:VBD:root it:PRP:obj:prevented from:IN:mark:opening "
            "opening:VBG:advcl:prevented",
            Effect.REFUSAL,
            (Status.OCCURRED, N, Sense.PAST),
        ),
        (
            "They:PRP:nsubj:accused accused/accuse:VBD:root him:PRP:obj:accused of:IN:mark:opening "
            "opening:VBG:advcl:accused it:PRP:obj:opening",
            Effect.ALLEGATION,
            (Status.ALLEGED, P, Sense.PAST),
        ),
        (
            "They:PRP:nsubj:accused accused/accuse:VBD:root him:PRP:dobj:accused of:IN:prep:accused "
            "opening:VBG:pcomp:of it:PRP:dobj:opening",
            Effect.ALLEGATION,
            (Status.ALLEGED, P, Sense.PAST),
        ),
        (
            "a:DT:det:plan plan:NN:nsubj:failed to:TO:mark:open open:VB:acl:plan failed/fail:VBD:root",
            Effect.PLAN,
            (Status.PLANNED, P, Sense.EITHER),
        ),
        (
            "They:PRP:nsubj:stopped stopped/stop:VBD:root opening:VBG:xcomp:stopped",
            Effect.END,
            (Status.OCCURRED, P, Sense.PAST),
        ),
    ],
)
def test_adjectives_nouns_and_prepositions_embed_too(
    line: str, kind: Effect, expected: tuple[Status, Polarity, Sense]
) -> None:
    trigger = "opening" if "opening" in line else "open"
    above = group(line, trigger).embedding
    assert above is not None
    assert above.kind is kind
    assert facts(line, trigger) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("said/say:VBD", (Tense.FUTURE, Modality.INDICATIVE, Order.AFTER, 1)),
        ("says/say:VBZ", (Tense.NONE, Modality.CONDITIONAL, Order.AFTER, 1)),
    ],
)
def test_would_is_a_future_only_from_a_past(said: str, expected: tuple[Tense, Modality, Order, int]) -> None:
    verb = said.partition("/")[0]
    found = group(f"He:PRP:nsubj:{verb} {said}:root she:PRP:nsubj:go would:MD:aux:go go:VB:ccomp:{verb}", "go")
    assert (found.tense, found.modality, found.order, found.anchor) == expected


def test_a_condition_makes_would_conditional_and_still_counts_from_the_saying() -> None:
    line = (
        "They:PRP:nsubj:said said/say:VBD:root they:PRP:nsubj:act would:MD:aux:act act:VB:ccomp:said if:IN:mark:come "
        "he:PRP:nsubj:come did:VBD:aux:come not:RB:advmod:come come:VB:advcl:act"
    )
    assert facts(line, "act") == (Status.CONDITIONAL, P, Sense.EITHER)
    assert facts(line, "come") == (Status.CONDITIONAL, N, Sense.EITHER)
    assert group(line, "act").anchor == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("as:IN:mark:called he:PRP:nsubj:called called:VBN:advcl:left he:PRP:nsubj:left left:VBD:root", "past active"),
        ("We:PRP:nsubj:go go:VBP:root and:CC:cc:called called:VB:conj:go", "present active"),
        ("he:PRP:nsubj:called called:VB:root", "past active"),
        ("he:PRP:nsubj:pass:called ’s:VBZ:aux:called called:VBN:root", "present active"),
        ("he:PRP:nsubj:called could:MD:aux:called not:RB:advmod:called called:VB:root", "past active"),
    ],
)
def test_forms_that_taggers_confuse_are_read_by_their_place(line: str, expected: str) -> None:
    found = group(line, "called")
    assert (found.form, f"{found.tense} {found.voice}") == (Form.FINITE, expected)


def test_a_clause_without_a_verb_has_no_group() -> None:
    assert grouped(parsed("77:CD:nsubj:minors minors:NNS:root")) == {}


def test_what_a_future_waits_for_lies_ahead_too() -> None:
    line = (
        "He:PRP:nsubj:go will:MD:aux:go go:VB:root when:WRB:advmod:votes she:PRP:nsubj:votes votes:VBZ:advcl:go "
        "because:IN:mark:lost he:PRP:nsubj:lost lost:VBD:advcl:go"
    )
    assert facts(line, "votes").sense is Sense.FUTURE
    assert facts(line, "lost").sense is Sense.PAST


@pytest.mark.parametrize(
    ("line", "trigger"),
    [
        ("Nobody:NN:nsubj:came came:VBD:root", "came"),
        ("They:PRP:nsubj:took took:VBD:root no:DT:det:action action:NN:obj:took", "took"),
        ("He:PRP:nsubj:works no:RB:advmod:longer longer:RB:advmod:works works:VBZ:root", "works"),
        ("He:PRP:nsubj:left left:VBD:root without:IN:mark:asking asking:VBG:advcl:left", "asking"),
        ("He:PRP:nsubj:left left:VBD:root without:IN:prep:left asking:VBG:pcomp:without", "asking"),
    ],
)
def test_negation_is_found_outside_of_not(line: str, trigger: str) -> None:
    assert group(line, trigger).polarity is N


@pytest.mark.parametrize(
    ("line", "trigger", "expected"),
    [
        ("people:NNS:root killed:VBN:acl:people", "killed", Status.OCCURRED),
        ("He:PRP:nsubj:is is:VBZ:root", "is", Status.ONGOING),
        ("He:PRP:nsubj:gone may:MD:aux:gone have:VB:aux:gone gone:VBN:root", "gone", Status.ALLEGED),
        ("He:PRP:nsubj:fled allegedly:RB:advmod:fled fled:VBD:root", "fled", Status.ALLEGED),
        ("Leave:VB:root", "Leave", Status.PLANNED),
        ("It:PRP:nsubj:sank sank:VBD:root killing:VBG:advcl:sank ten:CD:obj:killing", "killing", Status.OCCURRED),
        ("He:PRP:nsubj:left left:VBD:root after:IN:mark:eating eating:VBG:advcl:left", "eating", Status.OCCURRED),
    ],
)
def test_status_follows_from_the_group(line: str, trigger: str, expected: Status) -> None:
    assert facts(line, trigger).status is expected


def test_a_word_that_schedules_says_so_of_its_nouns() -> None:
    line = (
        "It:PRP:nsubj:pass:scheduled is:VBZ:aux:pass:scheduled scheduled/schedule:VBN:root "
        "for:IN:case:Monday Monday:NNP:obl:scheduled"
    )
    assert group(line, "scheduled").embeds is Effect.PLAN
    assert group("He:PRP:nsubj:said said/say:VBD:root", "said").embeds is None


def test_the_component_keeps_its_groups_with_the_doc() -> None:
    nlp = spacy.blank("en")
    component = nlp.add_pipe("dateline_verb_groups")
    doc = component(parsed("He:PRP:nsubj:go did:VBD:aux:go not:RB:advmod:go go:VB:root"))
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [span.text for span in again.spans[KEY]] == ["did not go"]
    assert (
        verb_groups(again)
        == verb_groups(doc)
        == {3: group("He:PRP:nsubj:go did:VBD:aux:go not:RB:advmod:go go:VB:root", "go")}
    )


def test_a_text_without_a_parse_or_with_nothing_in_it_is_no_error() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_verb_groups")
    assert verb_groups(nlp("")) == {}
    assert verb_groups(nlp("He left on Friday.")) == {}


def test_an_if_that_ends_the_text_is_no_error() -> None:
    assert grouped(parsed("He:PRP:nsubj:left left:VBD:root rain:NN:advcl:left if:IN:mark:rain"))


@given(wild_docs())
def test_any_parse_gives_groups_with_a_sense(doc: Doc) -> None:
    groups = verb_groups(VerbGroups()(doc))
    for found in groups.values():
        assert found.trigger in found.tokens
        assert isinstance(sense(groups, found), Sense)


@pytest.mark.parametrize("label", ["xcomp", "ccomp", "conj", "acl:relcl"])
def test_reading_takes_work_in_proportion_to_the_text(label: str) -> None:
    def work(size: int) -> int:
        heads = [max(0, at - 1) for at in range(size)]
        doc = Doc(VOCAB, ["plan"] * size, heads=heads, deps=["ROOT", *[label] * (size - 1)], tags=["VBD"] * size)
        return effort(lambda: read_all(doc))

    def read_all(doc: Doc) -> None:
        groups = {found.trigger: found for found in VerbGroups().match(doc)}
        for found in groups.values():
            sense(groups, found)

    work(10)
    assert work(2_000) < 5 * work(500)
