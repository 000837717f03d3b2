from timeline.paragraphs import paragraphs


def test_lines_are_paragraphs_only_where_there_are_no_blank_lines() -> None:
    assert paragraphs("a\nb\n\nc") == [(0, 3), (5, 6)]
    assert paragraphs("a\nb") == [(0, 1), (2, 3)]
    assert paragraphs(" \n\n") == []
