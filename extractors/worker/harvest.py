"""What a reading process does: an input in, its findings out, with every failure as an answer."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from extractors import extract
from extractors.reading import Input, ReadError
from extractors.reading.articles import articles, fetched
from extractors.reading.inputs import AddressInput
from extractors.worker.messages import AnswerForm, Extracted, More, Refused, Task, Written
from timeline.export.findings import write_findings
from timeline.export.timeml import write_timeml
from timeline.model import Article, Extraction

if TYPE_CHECKING:
    from spacy.language import Language


def harvest(
    one: Input, task: Task, load: Callable[[str | None], "Language"]
) -> Iterator[Extracted | Written | Refused | More]:
    """What an input gives.

    Args:
        one: What is to be read.
        task: How.
        load: Gives the language pipeline of a name; it is asked when there is a text to read.
    """
    if isinstance(one, AddressInput):
        yield from _fetched(one)
        return
    for read in _articles(one, task):
        yield read if isinstance(read, Refused) else _extracted(read, load(task.model), task.form)


def _fetched(one: AddressInput) -> Iterator[Refused | More]:
    try:
        for each in fetched(one):
            yield _refused(each) if isinstance(each, ReadError) else More(each)
    except Exception as error:  # noqa: BLE001 - a fault of ours must not end the reading of the others
        yield _fault(one.place, error)


def _articles(one: Input, task: Task) -> Sequence[Article | Refused]:
    try:
        return articles(one, published=task.published, publisher=task.publisher, language=task.language)
    except ReadError as error:
        return [_refused(error)]
    except Exception as error:  # noqa: BLE001 - nor must a fault of a parser
        return [_fault(one.place, error)]


def _extracted(read: Article, pipeline: "Language", form: AnswerForm) -> Extracted | Written | Refused:
    try:
        return _in_form(extract(read, pipeline), form)
    except Exception as error:  # noqa: BLE001 - nor must an article that meets a fault of ours
        return _fault(read.origin, error)


def _in_form(extraction: Extraction, form: AnswerForm) -> Extracted | Written:
    article = extraction.article
    match form:
        case AnswerForm.RECORDS:
            return Extracted(extraction)
        case AnswerForm.JSON:
            text = write_findings(extraction)
        case AnswerForm.TIMEML:
            text = write_timeml(article)
    return Written(article.name, text, article.origin, article.notices)


def _refused(error: ReadError) -> Refused:
    return Refused(error.origin, error.reason, error.advice)


def _fault(place: str, error: Exception) -> Refused:
    match error:
        case MemoryError():
            return Refused(place, "needs more memory than there is", "split it into smaller articles")
        case RecursionError():
            return Refused(place, "is nested too deeply to be read", "")
        case OSError():
            says = f"can't be read, as the system refuses what that takes: {error.strerror or error}"
            return Refused(place, says, "see to the disk's free space, and to the shell's limits: ulimit -a")
    return Refused(place, f"is beyond dateline: {type(error).__name__}: {error}", "please report it")
