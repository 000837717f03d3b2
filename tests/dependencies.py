"""What dateline stands on: pinned in `constraints.txt` as it is installed, and without a known vulnerability.

`python -m tests.dependencies`, a part of `make check`. Whether a vulnerability is known takes a look into the database
of advisories that pip-audit asks; where it can't be reached this says so, and is no failure.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CONSTRAINTS = Path(__file__).parent.parent / "constraints.txt"
OF_THE_ENVIRONMENT = frozenset({"pip", "setuptools", "wheel"})
"""Tools that come with a new environment, at a version of its own."""
PATIENCE = 180
"""Seconds for all questions to the database together; each is given up after five."""


def main() -> int:
    """Say what is not pinned and what is known to be vulnerable; 1 if there is either."""
    wrong = [*unpinned(installed("dateline", "dev"), CONSTRAINTS.read_text(encoding="utf-8")), *audited()]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return int(bool(wrong))


def installed(name: str, *extras: str) -> dict[str, str]:
    """The version of every distribution that `name` needs here, itself left out."""
    versions: dict[str, str] = {}
    seen: set[str] = set()
    wanted = [Requirement(f"{name}[{','.join(extras)}]")]
    while wanted:
        one = wanted.pop()
        if str(one) in seen:
            continue
        seen.add(str(one))
        found = distribution(one.name)
        versions[canonicalize_name(one.name)] = found.version
        wanted += [need for need in map(Requirement, found.requires or ()) if _holds(need, one.extras)]
    del versions[canonicalize_name(name)]
    return {name: version for name, version in sorted(versions.items()) if name not in OF_THE_ENVIRONMENT}


def _holds(need: Requirement, extras: Iterable[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras))


def unpinned(versions: Mapping[str, str], constraints: str) -> Iterator[str]:
    """What a list of constraints pins otherwise than `versions`, or not at all."""
    pins = dict(line.split("==") for line in constraints.split())
    pinned: dict[str, str] = {canonicalize_name(name): version for name, version in pins.items()}
    for name, version in versions.items():
        if pinned.get(name) != version:
            yield f"constraints.txt: {name} is installed as {version}, pinned as {pinned.get(name, 'nothing')}"


def audited() -> Iterator[str]:
    """The known vulnerabilities of what is installed; tells how many could be asked for."""
    command = [sys.executable, "-m", "pip_audit", "--local", "--skip-editable", "--progress-spinner=off", "--timeout=5"]
    try:
        told = subprocess.run(
            [*command, "--format=json", "--desc=off"], capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        print(f"vulnerabilities: could not look, no answer in {PATIENCE} s")
        return
    yield from vulnerabilities(told.stdout, told.stderr)


def vulnerabilities(report: str, said: str) -> Iterator[str]:
    """The vulnerabilities in a report of pip-audit's, in words; tells what was not looked at, and why."""
    try:
        dependencies = json.loads(report)["dependencies"]
    except ValueError:
        print(f"vulnerabilities: could not look: {(said.strip().splitlines() or ['no report'])[-1]}")
        return
    skipped = [one["name"] for one in dependencies if "skip_reason" in one]
    looked = len(dependencies) - len(skipped)
    if not looked:
        print(f"vulnerabilities: could not look: the database of advisories gave none of {len(skipped)} packages")
    elif skipped:
        print(f"vulnerabilities: looked at {looked} packages, could not look at {', '.join(skipped)}")
    else:
        print(f"vulnerabilities: looked at {looked} packages")
    for one in dependencies:
        for known in one.get("vulns", ()):
            mended = ", ".join(known["fix_versions"]) or "no version yet"
            yield f"{one['name']} {one['version']} is known to be vulnerable: {known['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())
