"""Letters to a paper, each with its name below."""

from tests.extractors.attributions.reading import Read, parts

LETTERS = """The harbour is ours.

{}

Oslund.

Nobody asked us. The council sold the pier in May.

{}

They will sell the church next.

{}
"""


def test_a_letter_is_of_who_signs_it(read: Read) -> None:
    found = parts(read(LETTERS.format("Petra Noor.", "Otto Rask.", "@corranfan")))
    assert [(one.speaker, one.content) for one in found] == [
        ("Petra Noor", "The harbour is ours"),
        ("Otto Rask", "Nobody asked us. The council sold the pier in May"),
        ("@corranfan", "They will sell the church next"),
    ]


def test_names_that_the_text_tells_of_are_its_headings(read: Read) -> None:
    text = "The vote is on Monday.\n\n" + "".join(
        f"{first} {last}.\n\n{last} was born in Oslund in 1960 and owns a mill.\n\n"
        for first, last in (("Petra", "Noor"), ("Otto", "Rask"), ("Arvo", "Kesk"))
    )
    assert not parts(read(text))


def test_names_with_a_text_below_the_last_are_headings(read: Read) -> None:
    text = "The vote is on Monday.\n\n" + "".join(
        f"{name}.\n\nShe was born in Oslund in 1960 and owns a mill.\n\n"
        for name in ("Petra Noor", "Rosa Lind", "Anna Kesk")
    )
    assert not parts(read(text))
