import json
from importlib.metadata import version

import pytest

from tests.dependencies import CONSTRAINTS, installed, unpinned, vulnerabilities


def test_every_dependency_is_pinned_as_it_is_installed() -> None:
    found = installed("dateline", "dev")
    assert found["msgspec"] == version("msgspec")
    assert {"thinc", "pytest", "lxml-html-clean"} <= found.keys()
    assert list(unpinned(found, CONSTRAINTS.read_text(encoding="utf-8"))) == []


def test_what_is_pinned_otherwise_or_not_at_all_is_named() -> None:
    assert list(
        unpinned({"lxml": "6.1", "rich": "15", "typing-extensions": "4"}, "lxml==6.0\ntyping_extensions==4\n")
    ) == [
        "constraints.txt: lxml is installed as 6.1, pinned as 6.0",
        "constraints.txt: rich is installed as 15, pinned as nothing",
    ]


def test_a_known_vulnerability_is_named_with_its_mending(capsys: pytest.CaptureFixture[str]) -> None:
    known = {"id": "PYSEC-2030-1", "fix_versions": ["1.2"], "aliases": []}
    report = {
        "dependencies": [
            {"name": "lxml", "version": "1.1", "vulns": [known]},
            {"name": "rich", "version": "15", "vulns": []},
            {"name": "local", "skip_reason": "not found"},
        ]
    }
    assert list(vulnerabilities(json.dumps(report), "Found 1 known vulnerability")) == [
        "lxml 1.1 is known to be vulnerable: PYSEC-2030-1, mended in 1.2"
    ]
    assert capsys.readouterr().out == "vulnerabilities: looked at 2 packages, could not look at local\n"


@pytest.mark.parametrize(
    ("report", "said", "why"),
    [
        ("", "WARNING: x\nERROR: no connection\n", "ERROR: no connection"),
        ("", "", "no report"),
        (
            json.dumps({"dependencies": [{"name": "rich", "skip_reason": "not found"}]}),
            "No known vulnerabilities found",
            "the database of advisories gave none of 1 packages",
        ),
    ],
)
def test_where_no_advisories_are_to_be_had_this_is_said_and_is_no_failure(
    capsys: pytest.CaptureFixture[str], report: str, said: str, why: str
) -> None:
    assert list(vulnerabilities(report, said)) == []
    assert capsys.readouterr().out == f"vulnerabilities: could not look: {why}\n"
