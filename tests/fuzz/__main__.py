"""Fuzzes until the time is up or something breaks: `python -m tests.fuzz SECONDS [SEED]`.

Each round has a seed of its own, which is printed, so that a failure can be had again.
"""

import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.amount import LONG

FOLDER = Path(__file__).parent
TAMPERED = FOLDER.parent / "test_tampered_timelines.py"


def main(seconds: float, seed: int | None = None) -> int:
    """Run rounds of the tests of this folder, and of timelines that are tampered with; the exit status of the last."""
    end = time.monotonic() + seconds
    while True:
        number = secrets.randbelow(2**32) if seed is None else seed
        command = [sys.executable, "-m", "pytest", "-n", "2", f"--hypothesis-seed={number}", str(FOLDER), str(TAMPERED)]
        print(f"seed {number}; again with: python -m tests.fuzz 0 {number}", flush=True)
        status = subprocess.run(command, env={**os.environ, LONG: str(number)}, check=False).returncode
        if status or time.monotonic() >= end or seed is not None:
            return status


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), *map(int, sys.argv[2:3])))
