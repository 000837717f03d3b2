"""Files that README, docs and the docstrings of folders name are there, and what links lead to."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")])
FOLDERS = sorted(
    path.parent for top in ("extractors", "timeline", "tui", "benchmarks") for path in (ROOT / top).rglob("__init__.py")
)
NAMED = re.compile(r"`([\w./-]+\.(?:py|toml|tsv|tcss|md|yml|cfg))`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
LEXICONS = ROOT / "data" / "lexicons"
ELSEWHERE = frozenset({"json.py", "tui.py", "splits.md", "views.toml", "settings.toml", "themes/NAME.toml"})
"""What a stranger may put into a folder of clippings, a file of a corpus, and those of a person's settings."""


def headings(document: Path) -> set[str]:
    """Its headings as a link names them."""
    named = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in named}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def files() -> list[str]:
    """Every file of the repository, with a slash before its path."""
    folders = ("benchmarks", "data", "docs", "extractors", "tests", "timeline", "training", "tui")
    found = [*ROOT.glob("*"), *(path for folder in folders for path in (ROOT / folder).rglob("*.*"))]
    return [f"/{relative(path)}" for path in found]


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_each_file_that_a_document_names_is_there(document: Path, files: list[str]) -> None:
    named = set(NAMED.findall(document.read_text(encoding="utf-8"))) - ELSEWHERE
    assert [name for name in sorted(named) if not any(path.endswith(f"/{name}") for path in files)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_each_link_to_a_file_or_a_heading_leads_there(document: Path) -> None:
    links = [link for link in LINK.findall(document.read_text(encoding="utf-8")) if "://" not in link]
    targets = [
        (link, document.parent / path if path else document, part)
        for link in links
        for path, _, part in [link.partition("#")]
    ]
    assert [link for link, path, _ in targets if not path.exists()] == []
    assert [link for link, path, part in targets if part and part not in headings(path)] == []


@pytest.mark.parametrize(("package", "whole"), [("extractors", True), ("timeline", True), ("tui", False)])
def test_the_architecture_lists_each_folder_and_the_files_beside_them(package: str, whole: bool) -> None:
    listing = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    _, _, named = listing.partition(f"\n{package}/ ")
    shown = set(re.findall(r"\b(\w+(?:/|\.py))", re.split(r"\n\w", named)[0]))
    folders = {f"{path.parent.name}/" for path in (ROOT / package).glob("*/__init__.py")}
    files = {path.name for path in (ROOT / package).glob("*.py")} - {"__init__.py"}
    assert (folders | files if whole else folders) - shown == set()


def test_each_walk_of_contributing_touches_three_files_at_most() -> None:
    walks = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Five walks")[2].split("\n### ")[1:]
    assert len(walks) == 5
    assert [
        walk.partition("\n")[0] for walk in walks if not 1 <= len(re.findall(r"^\d\. ", walk, re.MULTILINE)) <= 3
    ] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=relative)
def test_each_folder_says_what_it_is_and_with_which_of_its_files_to_begin(folder: Path) -> None:
    says = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert says.partition("\n")[0].endswith(".")
    named = NAMED.findall(says)
    assert [name for name in named if not any((top / name).exists() for top in (folder, ROOT, LEXICONS))] == []
    assert "Begin with" in says
    assert named
