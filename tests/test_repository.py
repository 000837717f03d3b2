"""What no file of the repository may hold: anybody's machine, secrets, registries, and what an eye can't see."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRAINED = tuple(
    f"data/{name}/"
    for name in "encoder grammar overlooked overlooked_nouns pipeline status story_times title_branches".split()
)
"""Binary files, and words of the corpora that they were trained on."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
"""Controls, marks of direction (“Trojan Source”), spaces and joiners of no width; tests spell them out."""
LINE_ENDS = frozenset({"tests/timeline/export/golden/strike.csv"})
"""Files that are to have the line ends of RFC 4180."""

FORBIDDEN = {
    "a folder of somebody's": re.compile(r"(?<![\w.])/(?:(?:hom[e]|User[s])/\w+|(?:roo[t]|wor[k])/\w)"),
    "the address of a registry": re.compile(r"pythonhoste[d]|pypi\.(?:or[g]|pytho[n])|inde[x]-url|registry\.npmj[s]"),
    "an address with a password": re.compile(r"://[^/\s:@]{1,40}:[^/\s:@{}\\]{1,40}@"),
    "a private key": re.compile(r"BEGIN (?:[A-Z]+ )?PRIVATE KE[Y]"),
    "an access token": re.compile(r"\b(?:AKI[A][0-9A-Z]{16}|(?:gh[pousr]|github_pa[t])_\w{22}|eyJ\w{20,}\.)"),
}
INVENTED = frozenset({"/home/someone", "/home/ilse", "://user:password@"})
"""What tests must have, and nobody has."""


@cache
def texts() -> dict[str, str]:
    """Every file in the repository's care, by its path; what was trained left out."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no checkout")
    paths = [path for path in listed.split("\0") if path and not path.startswith(TRAINED) and (ROOT / path).is_file()]
    return {path: (ROOT / path).read_bytes().decode(errors="surrogateescape") for path in paths}


def test_no_file_holds_a_character_that_cannot_be_seen() -> None:
    shown = {path: text.replace("\r\n", "\n") if path in LINE_ENDS else text for path, text in texts().items()}
    assert not {path: ascii(found[0]) for path, text in shown.items() if (found := UNSEEN.search(text))}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = {(path, one[0]) for path, text in texts().items() for one in FORBIDDEN[what].finditer(text)}
    assert not {(path, text) for path, text in found if text not in INVENTED}


def test_every_file_but_those_trained_is_utf_8_and_none_is_a_lock_file() -> None:
    assert not [path for path, text in texts().items() if not text.isascii() and re.search("[\ud800-\udfff]", text)]
    assert not [path for path in texts() if path.endswith((".lock", "package-lock.json"))]
