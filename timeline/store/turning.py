"""A merge, or a later text of an article, taken back or made again."""

from collections.abc import Callable

from msgspec.structs import replace

from timeline.edits import Edit, last_holding
from timeline.logs.identity import edit_id
from timeline.logs.portable import numbered, portable
from timeline.model import Article
from timeline.soundness import UnsoundError, check_apart
from timeline.store.asides import Aside, exchanged
from timeline.store.contents import Contents
from timeline.store.disk import StoreError
from timeline.store.packing import unpacked


def turned(contents: Contents, step: Edit, same: Callable[[Article], str | None]) -> Contents:
    """A timeline in which a merge was taken back, or made again, as `step` says.

    `same` gives the article in it of which one is another text.

    Raises:
        StoreError: what it changed is no longer kept, or does not go with what was done since.
    """
    aside = _kept(step, contents)
    other = _turned(contents, step, aside)
    if not step.undone:  # taken back, it leaves what stood beside each other before
        _refuse_two_texts(step, contents, other, same)
    try:
        check_apart(other.extractions)
    except UnsoundError as error:
        raise StoreError(f"the merge of {step.target} can't be turned: {error}") from error
    return other


def _turned(contents: Contents, step: Edit, aside: Aside) -> Contents:
    name = edit_id(step)
    edits = portable(step if edit.number == step.number else edit for edit in contents.log)
    articles, rows, other = exchanged(contents.extractions, edits, aside)
    log = tuple(numbered(rows).values())
    if step.undone:  # it is made again where the log stands now
        last = last_holding(log)
        now = replace(next(edit for edit in log if edit_id(edit) == name), after=last.number if last else 0)
        log = tuple(now if edit.number == now.number else edit for edit in log)
    return replace(contents, extractions=articles, log=log, asides={**contents.asides, name: other})


def _kept(step: Edit, contents: Contents) -> Aside:
    """What it changed. Raises StoreError where an earlier version of dateline kept no more of it, or it is damaged."""
    name = edit_id(step)
    try:
        aside = unpacked(name, contents.asides[name])
    except UnsoundError as error:
        raise StoreError(f"the merge of {step.target} can't be turned: {error}") from error
    if aside.is_settled:
        what = f"the {'later text' if aside.is_of_text else 'merge'} of “{step.target}”"
        way = "taken back, nor what was done before it" if step.undone else "made again"
        raise StoreError(f"{what} can't be {way}: an earlier version of dateline kept no more of it")
    return aside


def _refuse_two_texts(merge: Edit, before: Contents, after: Contents, same: Callable[[Article], str | None]) -> None:
    """Pass over a merge that, made again, brings no other text of an article that was added since."""
    of_merge = before.asides[edit_id(merge)].articles
    for key in after.extractions.keys() - before.extractions.keys():
        brought = after.extractions[key].article
        other = same(brought)
        if other is None or other in of_merge or (there := before.extractions[other].article).text == brought.text:
            continue
        says = f"“{there.name}” is there in another text than it would bring"
        raise StoreError(f"the merge of {merge.target} can't be made again: {says}. Merge it anew")
