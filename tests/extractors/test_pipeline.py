import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from threadpoolctl import threadpool_info

from extractors.pipeline import COMPONENTS, PipelineError, load_pipeline, own_pipeline

NEEDED_PIPES = ("dateline_grammar", "lemmatizer", "ner")


def test_our_components_run_around_the_grammar_in_order(nlp: Language) -> None:
    assert nlp.pipe_names[0] == "dateline_sentences"
    assert tuple(nlp.pipe_names[-len(COMPONENTS) :]) == COMPONENTS


def test_the_pipeline_we_ship_loads_without_an_import_of_ours_and_reads_a_sentence() -> None:
    script = f"""
import sys, spacy
nlp = spacy.load({str(own_pipeline())!r})
doc = nlp("Foreign Minister Ana Kovac resigned Saturday.")
print("extractors.events" in nlp.factory_names, [(t.text, t.tag_, t.dep_, t.head.text) for t in doc][4:6], doc.ents)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    words = "[('resigned', 'VBD', 'ROOT', 'resigned'), ('Saturday', 'NNP', 'obl:unmarked', 'resigned')]"
    assert ran.stdout.strip() == f"False {words} (Ana Kovac,)"


def test_the_pipeline_we_ship_says_what_it_is_made_of_and_fits_the_wheel(tmp_path: Path) -> None:
    pipeline = own_pipeline()
    assert spacy.util.get_model_meta(pipeline)["license"] == "CC BY-SA 4.0"
    assert "Groningen Meaning Bank" in (pipeline / "ATTRIBUTION").read_text(encoding="utf-8")
    zipped = Path(shutil.make_archive(str(tmp_path / "pipeline"), "zip", pipeline))
    assert zipped.stat().st_size < 12 * 1024 * 1024


@pytest.mark.parametrize(
    ("components", "missing"),
    [
        ((), "no part-of-speech tags"),
        (("dateline_grammar",), "no lemmas"),
        (("dateline_grammar", "lemmatizer"), "no names"),
    ],
)
def test_a_pipeline_without_what_we_need_is_refused_and_told_why(
    tmp_path: Path, components: tuple[str, ...], missing: str
) -> None:
    nlp = spacy.load(own_pipeline(), exclude=[name for name in NEEDED_PIPES if name not in components])
    nlp.to_disk(tmp_path / "partial")
    with pytest.raises(PipelineError, match=missing):
        load_pipeline(str(tmp_path / "partial"))


def test_another_pipeline_with_all_that_is_needed_is_taken(tmp_path: Path) -> None:
    spacy.load(own_pipeline()).to_disk(tmp_path / "whole")
    assert load_pipeline(str(tmp_path / "whole")).pipe_names[-1] == COMPONENTS[-1]


def test_spacy_finds_the_components_without_an_import_of_ours() -> None:
    script = """
import spacy
nlp = spacy.blank("en")
for name in ("time_expressions", "actors", "attributions", "events"):
    nlp.add_pipe(f"dateline_{name}")
doc = nlp("The ferry sank Saturday.")
print([span.text for span in doc.spans["time_expressions"]])
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['Saturday']"


def test_a_pipeline_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(PipelineError, match=r"en_core_web_none.*installed"):
        load_pipeline("en_core_web_none")


def test_a_pipeline_of_another_language_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("models") / "de_blank"
    spacy.blank("de").to_disk(path)
    with pytest.raises(PipelineError, match="English"):
        load_pipeline(str(path))


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = """
import sys, extractors, extractors.worker.messages, timeline.store
print("spacy" in sys.modules, "textual" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False False"


def test_matrices_are_multiplied_by_numpy_in_one_thread(nlp: Language) -> None:
    names = nlp.get_pipe("ner")
    assert isinstance(names, TrainablePipe)
    words = names.model.get_ref("tok2vec")
    assert not any(getattr(model.ops, "use_blis", False) for model in words.walk())
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} <= {1}
