"""Personal pronouns: what each form agrees with."""

from enum import StrEnum

from extractors.mentions.records import Being, Count


class Person(StrEnum):
    """A pronoun in all its cases: *he*, *him*, *his*, *himself*."""

    I = "i"  # noqa: E741 - the pronoun
    WE = "we"
    YOU = "you"
    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"


_FORMS = {
    Person.I: "i me my mine myself",
    Person.WE: "we us our ours ourselves",
    Person.YOU: "you your yours yourself yourselves",
    Person.HE: "he him his himself",
    Person.SHE: "she her hers herself",
    Person.IT: "it its itself",
    Person.THEY: "they them their theirs themselves themself 'em",
}
PRONOUNS = {form: person for person, forms in _FORMS.items() for form in forms.split()}
"""The personal pronouns by form."""
RELATIVE = frozenset("who whom whose which that".split())
THIRD = frozenset({Person.HE, Person.SHE, Person.IT, Person.THEY})
OWNING = frozenset("whose my our your his her its their mine ours yours hers theirs".split())
REFLEXIVE = frozenset(form for form in PRONOUNS if form.endswith(("self", "selves")))

BEINGS = {
    Person.HE: frozenset({Being.PERSON, Being.UNKNOWN}),
    Person.SHE: frozenset({Being.PERSON, Being.UNKNOWN}),
    Person.IT: frozenset({Being.BODY, Being.PLACE, Being.THING, Being.UNKNOWN}),
    Person.THEY: frozenset(Being),
}
"""Whom or what each can mean."""
COUNTS = {
    Person.I: Count.ONE,
    Person.WE: Count.MANY,
    Person.YOU: Count.EITHER,
    Person.HE: Count.ONE,
    Person.SHE: Count.ONE,
    Person.IT: Count.ONE,
    Person.THEY: Count.MANY,
}
