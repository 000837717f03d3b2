"""A line under its article's publication date: when that is, and the status that its time settles."""

from msgspec.structs import replace

from timeline.dates.article_dates import AHEAD, redate, resolve_expression, status_by_time
from timeline.model import Article, Assertion, Status
from timeline.when import Step


def settled(article: Article, told: Assertion) -> Assertion:
    """What reading an article with this publication date anew would tell: its date, and its status. Pure."""
    told = _with_status_of_its_time(article, told)
    return replace(told, when=redate(article, told))


def _with_status_of_its_time(article: Article, told: Assertion) -> Assertion:
    """*The trial starts on 5 May 2019*, told before that, is planned, and told after it no more."""
    because = told.status_because
    if told.time is None or because is None:
        return told
    status = status_by_time(told, resolve_expression(article, told.time), article.published)
    if status is told.status:
        return told
    words = f"“{article.time_expressions[told.time].text}”"
    ahead = f"{words} lies ahead of publication"
    if status is Status.PLANNED:
        return replace(
            told, status=status, status_because=Step(f"{because.rule}{AHEAD}", f"{because.says}, but {ahead}")
        )
    read = because.says.removesuffix(f", but {ahead}")
    if read == because.says:  # kept by an earlier version, which told no more than that
        read = f"{words} does not lie ahead of publication"
    return replace(told, status=status, status_because=Step(because.rule.removesuffix(AHEAD), read))
