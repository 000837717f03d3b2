from timeline.paragraphs import paragraphs


def test_lines_are_paragraphs_only_where_there_are_no_blank_lines() -> None:
    assert paragraphs("a\nb\n\nc") == [(0, 3), (5, 6)]
    assert paragraphs("a\nb") == [(0, 1), (2, 3)]
    assert paragraphs(" \n\n") == []


def test_many_blank_lines_are_no_part_of_a_paragraph() -> None:
    assert paragraphs("a\n\n\n \n  b") == [(0, 1), (6, 9)]


def test_blank_lines_before_and_after_a_text_of_lines_part_none_of_them() -> None:
    assert paragraphs("\n\na\nb\n\n") == [(2, 3), (4, 5)]
