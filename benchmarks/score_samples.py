"""How well the sample articles are read: `python -m benchmarks.score_samples`.

An event read and a gold event match, one to one, where their spans touch or the gold's lies in the sentence that was
read; closer matches go first. *line* is the figure that counts: of the events that must be on a timeline, the share
found with date, status and source all right. Where `../shared` is there, its scorer is run on the same findings too.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec
from spacy.language import Language

from benchmarks.gold import Gold, GoldEvent, locate, samples, with_offsets
from extractors import extract, load_pipeline
from extractors.reading import read
from extractors.typed_dates.reading import read_day
from timeline.dates.edtf import parse
from timeline.export.findings import EventRow, Findings, findings
from timeline.model import Article, Span

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "eval" / "article" / "score_article.py"
SEED = SHARED / "seed" / "venezuela.gold.json"


def main() -> None:
    """Print found, missed and extra events and the line figure of each sample, then of each folder."""
    nlp = load_pipeline()
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    read_samples = []
    print(f"{'article':26} {'found':>5} {'missed':>6} {'extra':>5}  {'date':>4} {'status':>6} {'source':>6}  line")
    for gold in samples():
        article = read_article(gold.path, gold.article_date if gold.is_undated else "")
        row = findings(extract(article, nlp))
        counts = score(gold, article, row)
        totals[gold.path.parent.name] += counts
        read_samples.append((gold, article, row))
        print(_line(gold.id, counts))
    for folder, total in totals.items():
        print(_line(f"all of {folder}", total))
    if SCORER.exists():
        print("\nby the shared scorer:", *_shared(read_samples, nlp), sep="\n")


def read_article(path: Path, published: str = "") -> Article:
    """The article in a file, dated by the person where `published` is given."""
    (article,) = read(str(path), published=read_day(published) if published else None)
    assert isinstance(article, Article)
    return article


def score(gold: Gold, article: Article, read_: Findings) -> Counter[str]:
    """Counts of what was found, missed and made up, and of what is right in what was found."""
    pairs = match(gold, article, read_.events)
    counts = Counter(found=len(pairs), missed=len(gold.events) - len(pairs), extra=len(read_.events) - len(pairs))
    counts["must"] = sum(event.must for event in gold.events)
    for wanted, event in pairs:
        right = {
            "date": date_is_right(wanted, event.date),
            "status": event.kind in (wanted.kind, *wanted.kind_alt),
            "source": source_is_right(gold, wanted, event.source),
        }
        counts.update(name for name, is_right in right.items() if is_right)
        counts["line"] += wanted.must and all(right.values())
    return counts


def match(gold: Gold, article: Article, events: Iterable[EventRow]) -> list[tuple[GoldEvent, EventRow]]:
    """Gold events with the event read for each, closest first."""
    options = []
    for wanted in gold.events:
        span = locate(article.text, wanted.quote)
        for event in events:
            shared = _shared_characters(span, event.clause)
            if shared or _shared_characters(span, event.evidence):
                longest = max(span[1], event.clause[1]) - min(span[0], event.clause[0])
                closeness = shared / longest + date_is_right(wanted, event.date) / 2
                options.append((-closeness, wanted.id, event.start, wanted, event))
    pairs: list[tuple[GoldEvent, EventRow]] = []
    taken: set[object] = set()
    for _, name, start, wanted, event in sorted(options, key=lambda option: option[:3]):
        if name not in taken and start not in taken:
            taken |= {name, start}
            pairs.append((wanted, event))
    return pairs


def date_is_right(wanted: GoldEvent, date: str | None) -> bool:
    """Whether a date lies in what the gold accepts; for an undated event, having none is right too."""
    if not date:
        return wanted.precision == "undated"
    span = parse(date)
    if wanted.date and span == parse(wanted.date):
        return True
    low, high = wanted.accept
    if span.latest is None and wanted.precision == "open":
        span = msgspec.structs.replace(span, last=span.first)
    if span.earliest is None or span.latest is None:
        return False
    return (low is None or low <= span.earliest.isoformat()) and (high is None or span.latest.isoformat() <= high)


def source_is_right(gold: Gold, wanted: GoldEvent, source: str) -> bool:
    """Whether it is attributed to one of the sources that the gold allows, by any of their names."""
    records = {record["id"]: record for record in gold.sources}
    actors = {actor["id"]: actor for actor in gold.actors}
    for name in (wanted.source, *wanted.source_alt):
        record = records[name]
        if record["type"] == "article":
            names = ["article", gold.publisher]
        else:
            actor = actors.get(record.get("actor", ""), {})
            names = [record["name"], actor.get("name", ""), *actor.get("aliases", [])]
        if _bare(source) in {_bare(each) for each in names if each}:
            return True
    return False


def _bare(name: str) -> str:
    return re.sub(r"[^\w ]", "", re.sub(r"['’]s\b", "", name.lower())).removeprefix("the ").strip()


def _shared_characters(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _line(name: str, counts: Counter[str]) -> str:
    found = counts["found"] or 1
    date, status, source = (f"{100 * counts[right] / found:.0f}%" for right in ("date", "status", "source"))
    events = f"{name:26} {counts['found']:5} {counts['missed']:6} {counts['extra']:5}"
    line = f"{100 * counts['line'] / (counts['must'] or 1):.0f}% ({counts['line']}/{counts['must']})"
    return f"{events}  {date:>4} {status:>6} {source:>6}  {line}"


def _shared(read_samples: list[tuple[Gold, Article, Findings]], nlp: Language) -> list[str]:
    """What the shared scorer says of the samples and of the founding article."""
    seed = json.loads(SEED.read_text(encoding="utf-8"))
    article = read_article(SEED.with_name(seed["text_file"]), seed["article_date"])
    rows = [prediction("venezuela", findings(extract(article, nlp)))]
    golds = [SEED]
    with tempfile.TemporaryDirectory() as folder:
        for gold, sample, read_ in read_samples:
            raw = json.loads(gold.path.with_name(f"{gold.id}.gold.json").read_bytes())
            text = Path(folder, f"{gold.id}.txt")
            text.write_text(sample.text, encoding="utf-8", newline="")
            golds.append(Path(folder, f"{gold.id}.json"))
            golds[-1].write_text(json.dumps(with_offsets(gold, sample, raw, text.name)), encoding="utf-8")
            rows.append(prediction(gold.id, read_))
        predictions = Path(folder, "predictions.jsonl")
        predictions.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        seed_line = _run(golds[:1], predictions).splitlines()[-1]
        return [f"founding article: {seed_line}", f"samples: {_run(golds[1:], predictions).splitlines()[-1]}"]


def prediction(name: str, row: Findings) -> dict[str, object]:
    """What was read of an article, in the form of the shared scorer."""
    events = [
        {
            "start": event.clause[0],
            "end": event.clause[1],
            "date": event.date,
            "kind": event.kind,
            "polarity": event.polarity,
            "source": event.source,
            "actors": list(event.actors),
        }
        for event in row.events
    ]
    return {"id": name, "events": events}


def _run(golds: list[Path], predictions: Path) -> str:
    command = [sys.executable, str(SCORER), *map(str, golds), "--pred", str(predictions)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
