"""The same words set otherwise: quotation marks, dashes, spaces, lines."""

import re

from benchmarks.told_otherwise.edits import Edit, replacing

_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_COLUMNS = 72


def straight(text: str) -> list[Edit]:
    """Curly marks and apostrophes as a typewriter has them."""
    return replacing(re.compile("[“”‘’]"), lambda match: _STRAIGHT[match[0]], text)


def curly(text: str) -> list[Edit]:
    """Marks as printers set them: what stands behind a space or a bracket opens."""
    edits = []
    for match in re.finditer("[\"']", text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        opens = (not before or before.isspace() or before in "([{—–-\"'") and bool(after.strip())
        if match[0] == "'" and (after.isdigit() or before == ""):
            opens = False
        edits.append(Edit(at, at + 1, ("“" if opens else "”") if match[0] == '"' else ("‘" if opens else "’")))
    return edits


def hyphens(text: str) -> list[Edit]:
    """Dashes as hyphens: “2018-19”, “he left - at last -”."""
    found = replacing(re.compile("–"), lambda _: "-", text)
    return found + replacing(re.compile(r" ?— ?"), lambda _: " - ", text)


def en_dashes(text: str) -> list[Edit]:
    """Dashes between words as British printers set them."""
    return replacing(re.compile(r"\ ?—\ ?|\ --?\ "), lambda _: " – ", text)


def hard_spaces(text: str) -> list[Edit]:
    """Spaces that don't break, where printers want them: behind a figure, a title, a month."""
    pattern = re.compile(r"(?<=\d)\ (?=[a-z])|(?<=\b(?:Mr|Dr|No|St)\.)\ |(?<=\b(?:Mrs|Gen|Sen)\.)\ |(?<=[a-z])\ (?=\d)")
    return replacing(pattern, lambda _: "\u00a0", text)


def two_spaces(text: str) -> list[Edit]:
    """Two spaces behind a sentence."""
    return replacing(re.compile(r"(?<=[a-z\"”][.!?])\ (?=[A-Z“\"])|(?<=[.!?][\"”])\ (?=[A-Z])"), lambda _: "  ", text)


def wrapped(text: str) -> list[Edit]:
    """Lines of 72 columns, and an empty one between paragraphs."""
    edits = replacing(re.compile(r"\n+(?:[ \t\u00a0]*\n)*"), lambda _: "\n\n", text.rstrip("\n"))
    column = 0
    for word in re.finditer(r"(?P<gap>\s*)(?P<word>\S+)", text):
        length = len(word["word"])
        if "\n" in word["gap"] or not word["gap"]:
            column = length
        elif column + 1 + length > _COLUMNS:
            edits.append(Edit(word.start("gap"), word.end("gap"), "\n"))
            column = length
        else:
            column += 1 + length
    return edits


def ellipses(text: str) -> list[Edit]:
    """Three points for the sign of an ellipsis, and the sign for three points."""
    return replacing(re.compile(r"\.\.\.|…"), lambda match: "…" if match[0] == "..." else "...", text)
