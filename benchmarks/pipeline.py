"""How long the pipeline takes to load and to read, and what it needs: `make bench-pipeline`.

Every figure is of a process of its own. The text is the sample articles, over and over.
"""

import json
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from extractors import extract, load_pipeline
from extractors.extraction import default_pipeline
from timeline.model import Article, article_id

SAMPLES = sorted((Path(__file__).parent.parent / "data" / "samples").glob("*.txt"))
COPIES = 480

LOAD = """
import time; began = time.perf_counter()
import spacy; imported = time.perf_counter()
from extractors import load_pipeline
nlp = load_pipeline(); loaded = time.perf_counter()
import json, resource
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"spacy": imported - began, "pipeline": loaded - imported, "MB": megabytes}))
"""


def load() -> dict[str, float]:
    """Seconds to import spaCy and to load the pipeline, and the memory both take."""
    runs = [
        json.loads(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]
    return {key: min(run[key] for run in runs) for key in runs[0]}


def texts() -> list[str]:
    """Whole articles, each a little different from the last."""
    read = [path.read_text(encoding="utf-8") for path in SAMPLES]
    return [f"{text}\n\nReport {number}.\n" for number in range(COPIES // len(read)) for text in read]


def speed(processes: int) -> float:
    """Words a second of whole articles, from text to records, over so many processes that have loaded the pipeline."""
    articles = texts()
    words = sum(len(default_pipeline().make_doc(text)) for text in articles)
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        list(pool.map(read, articles[: processes * 4]))
        began = time.perf_counter()
        list(pool.map(read, articles, chunksize=8))
        return words / (time.perf_counter() - began)


def read(text: str) -> None:
    """Extract one article."""
    extract(Article(id=article_id(text), name="text", text=text))


def shares() -> dict[str, float]:
    """Words a second of each component, on processor time."""
    nlp = load_pipeline()
    docs = [nlp.make_doc(text) for text in texts()[:40]]
    words = sum(map(len, docs))
    table = {}
    for name, component in nlp.pipeline:
        began = time.process_time()
        docs = list(component.pipe(docs)) if hasattr(component, "pipe") else [component(doc) for doc in docs]
        table[name] = words / max(time.process_time() - began, 1e-9)
    return table


def main() -> None:
    loading = load()
    print(f"load: spaCy {loading['spacy']:.2f} s, pipeline {loading['pipeline']:.2f} s, {loading['MB']:.0f} MB")
    for name, rate in shares().items():
        print(f"  {name:28}{rate:12,.0f} words/s")
    one, two = speed(1), speed(2)
    print(f"text to records: one process {one:,.0f} words/s, two {two:,.0f} words/s, {two / one:.2f} ×")


if __name__ == "__main__":
    main()
