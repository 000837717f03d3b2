import subprocess
import sys

import pytest
import spacy
from spacy.language import Language

from extractors.pipeline import COMPONENTS, PipelineError, load_pipeline


def test_the_pipeline_ends_in_our_components_in_order(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == COMPONENTS


def test_spacy_finds_the_components_without_an_import_of_ours() -> None:
    script = """
import spacy
nlp = spacy.blank("en")
for name in ("time_expressions", "actors", "attributions", "events"):
    nlp.add_pipe(f"dateline_{name}")
doc = nlp("The ferry sank Saturday.")
print([span.text for span in doc.spans["time_expressions"]], len(doc._.dateline_events))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['Saturday'] 1"


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
import sys, extractors, extractors.messages, timeline.store
print("spacy" in sys.modules, "textual" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False False"
