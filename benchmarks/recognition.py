"""How often a corrected event is found again after its article was read otherwise, or its text was edited.

`python -m benchmarks.recognition`. Three kinds of change, after which each corrected event is still there, or not:

- a changed reading of the sample articles: triggers move within their clause, events are left out and others added,
  titles, actors, dates, clauses and sentences are other ones, at random;
- the same, with every trigger moved, so that no id says which event is which;
- articles edited by hand, read by the pipeline before and after: sentences rephrased, split, merged and moved, figures
  brought up to date; among them some that went, and others that came in their place, as like them as can be; of
  *replaced* all did.

*kept* is the share of those still there that are found, *offered* how many of the lost are named with the right event,
*wrong* how many of all are taken for another.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

import msgspec
from msgspec.structs import replace

from benchmarks.edited_articles import FILES, articles
from benchmarks.edited_articles import outcome as of_edited
from benchmarks.gold import samples
from benchmarks.score_samples import read_article
from extractors import extract, load_pipeline
from timeline.correcting.recognising import recognised
from timeline.mentions import Mention, mentions_of
from timeline.model import Span

SEEDS = 20

Truth = Mapping[str, str | None]
"""By event of before, the event of after that it is; None where it is gone."""


def main() -> None:
    """Print a row for each kind of change."""
    nlp = load_pipeline()
    read = [extract(read_article(gold.path, gold.article_date if gold.is_undated else ""), nlp) for gold in samples()]
    mentions = [mentions_of(extraction) for extraction in read]
    texts = [extraction.article.text for extraction in read]
    rows = {name: Counter[str]() for name in ("changed reading", "every trigger moved", *FILES)}
    for seed in range(SEEDS):
        for number, (before, text) in enumerate(zip(mentions, texts, strict=True)):
            random = Random(seed * 1_000 + number)
            rows["changed reading"] += outcome(before, *read_otherwise(before, text, random, moved=0.3))
            rows["every trigger moved"] += outcome(before, *read_otherwise(before, text, random, moved=1.0))
    for name in FILES:
        for edited in articles(name, nlp):
            rows[name] += of_edited(edited)
    print(f"{'':22}{'events':>8}{'kept':>8}{'lost':>7}{'offered':>9}{'gone':>7}{'wrong':>7}")
    for name, counts in rows.items():
        there = counts["kept"] + counts["lost"] + counts["other"]
        wrong = counts["other"] + counts["taken"]
        kept, gone = counts["kept"] / max(1, there), counts["left"] + counts["taken"]
        print(f"{name:22}{there:8}{kept:8.1%}{counts['lost']:7}{counts['offered']:9}{gone:7}{wrong:7}")


def outcome(before: Mapping[str, Mention], after: Mapping[str, Mention], truth: Truth) -> Counter[str]:
    """What becomes of corrections on all the events that `truth` tells of.

    Of those still there: kept, lost, or on another event; of those that are gone: left, or taken for another.
    """
    lost = {key: before[key] for key in truth if key not in after}
    found = {**{key: key for key in truth if key in after}, **recognised(lost, before, after)}
    counts: Counter[str] = Counter()
    for key, there in truth.items():
        if there is None:
            counts["taken" if key in found else "left"] += 1
        else:
            counts["kept" if found.get(key) == there else "other" if key in found else "lost"] += 1
    return counts


def read_otherwise(
    before: Mapping[str, Mention], text: str, random: Random, *, moved: float
) -> tuple[dict[str, Mention], Truth]:
    """The mentions of an article as another extractor could have read them."""
    after: dict[str, Mention] = {}
    truth: dict[str, str | None] = {}
    read = {mention.at for mention in before.values()}
    names = [name for mention in before.values() for name in mention.actors] or ["somebody"]
    for key, mention in before.items():
        if random.random() < 0.08:
            truth[key] = None
            continue
        again = _changed(mention, text, random, names)
        if random.random() < moved:
            again = _triggered(again, text, random)
        name = key if again.at == mention.at else f"{key}-{again.at[0]}"
        truth[key] = name
        after[name] = again
        if random.random() < 0.15 and (other := _beside(mention, text, random, names)) and other.at not in read:
            after[f"{key}+{other.at[0]}"] = other
    return after, truth


def _changed(mention: Mention, text: str, random: Random, names: list[str]) -> Mention:
    """Another title, other actors, another date, another clause, more of the text around it."""
    actors = list(mention.actors)
    if actors and random.random() < 0.2:
        actors.remove(random.choice(actors))
    if random.random() < 0.15:
        actors.append(random.choice(names))
    start, end = mention.clause
    words = mention.title.split()
    changes: dict[str, object] = {"actors": tuple(sorted(set(actors)))}
    if random.random() < 0.4:
        cut = random.randint(0, max(0, len(words) - 3))
        changes["title"] = " ".join(words[cut:] if random.random() < 0.5 else words[: len(words) - cut])
    if random.random() < 0.1:
        changes["date"] = random.choice(["", "2019-01", "2001-02-03"])
    if random.random() < 0.2:
        changes["clause"] = (start + random.randint(0, (end - start) // 3), end)
    if random.random() < 0.1:
        changes["sentence"] = text[max(0, text.find(mention.sentence) - 80) :][: len(mention.sentence) + 120]
    return msgspec.structs.replace(mention, **changes)


def _triggered(mention: Mention, text: str, random: Random) -> Mention:
    """Told by another word of its clause, one of the six that are nearest."""
    spans = [span for span in _words(text, mention.clause) if span != mention.at]
    near = sorted(spans, key=lambda span: abs(span[0] - mention.at[0]))[:6]
    at = random.choice(near) if near else (mention.at[0], mention.at[1] + 1)
    return replace(mention, at=at, trigger=text[slice(*at)])


def _beside(mention: Mention, text: str, random: Random, names: list[str]) -> Mention | None:
    """Something else in the same sentence, that was not read before: the longer side of the clause."""
    start, end = mention.clause
    side = max(((start, mention.at[0]), (mention.at[1], end)), key=lambda span: span[1] - span[0])
    words = list(_words(text, side))
    if len(words) < 3:
        return None
    clause = words[0][0], words[-1][1]
    first = random.randint(0, max(0, len(words) - 6))
    title = text[words[first][0] : words[min(first + 5, len(words) - 1)][1]]
    at = random.choice(words)
    actors = tuple(sorted({*random.sample(names, 1), *(mention.actors if random.random() < 0.5 else ())}))
    date = mention.date if random.random() < 0.5 else ""
    return replace(mention, clause=clause, at=at, trigger=text[slice(*at)], title=title, actors=actors, date=date)


def _words(text: str, within: Span) -> Iterator[Span]:
    at = within[0]
    for word in text[slice(*within)].split():
        start = text.index(word, at)
        at = start + len(word)
        yield start, at


if __name__ == "__main__":
    main()
