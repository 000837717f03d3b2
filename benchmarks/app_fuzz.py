"""What random keys, clicks, pastes and resizes do to the app: crashes, and whether the timeline is whole after them.

`python -m benchmarks.app_fuzz [STEPS] [SEED ...]`. Steps are not waited for one by one, so that much is typed ahead.
"""

import asyncio
import os
import random
import sys
import tempfile
import traceback
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from typer.testing import CliRunner

from tests.hostile import ATTACKS, hostile
from tests.tui.chronicle import sailings
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.pretend_worker import COMMAND
from tests.tui.two_reports import COURIER, HERALD
from timeline.store import Store
from tui import reader
from tui.actions import ACTIONS
from tui.app import DatelineApp
from tui.cli import app as commands
from tui.places import kept_place

SEEDS = (1, 2, 3, 4, 5)
STEPS = 10_000
TOGETHER = 8
"""At most so many steps are typed before the app is waited for."""
KINDS = ("action", "letter", "special", "text", "click", "drag", "wheel", "paste", "resize")
WEIGHTS = (50, 8, 14, 4, 10, 3, 3, 3, 5)
OUT = 0.08
"""How often one leaves whatever is open, so that not all is typed into fields."""
QUITTING = frozenset({"q", "ctrl+q"})
KEYS = sorted({key for action in ACTIONS for key in action.keys} - QUITTING)
SPECIAL = (
    "enter",
    "escape",
    "tab",
    "shift+tab",
    "up",
    "down",
    "left",
    "right",
    "backspace",
    "delete",
    "home",
    "end",
    "f1",
)
TEXTS = (
    "ferry", "is:planned", "actor:varga", "date:2017", "-is:", "(", "\"", "@doubtful", "is:new", "2017-03-11",
    "march 2019",    "good bad other", "~1943", "..", "[red]x[/red]", "北京 é", "harbour.md",
)  # fmt: skip
_LAST = 30
"""So many of the last steps are told of a crash."""


@dataclass
class Walk:
    """How it went with one seed."""

    seed: int
    steps: int
    done: Counter[str] = field(default_factory=Counter)
    openings: int = 0
    crashes: list[str] = field(default_factory=list)
    corrections: int = 0
    whole: bool = False


def filled(path: Path) -> None:
    """A timeline with much of what there can be in one."""
    with Store.open(path) as store:
        for each in (HARBOUR, UNDATED, sailings(), COURIER, HERALD, hostile()):
            store.add(each)


def _open_nothing(_: DatelineApp, url: str, *, new_tab: bool = True) -> None:
    """No browser."""


@contextmanager
def apart() -> Iterator[Path]:
    """A folder in which all is written, and a process that reads nothing real."""
    with tempfile.TemporaryDirectory(prefix="dateline-fuzz-") as name:
        folder = Path(name)
        for variable in ("HOME", "DATELINE_CONFIG", "DATELINE_STATE"):
            os.environ[variable] = str(folder / variable.lower())
            Path(os.environ[variable]).mkdir()
        (folder / "work").mkdir()
        for word in ("good", "bad", "other"):
            (folder / "work" / word).write_text(word)
        os.chdir(folder / "work")
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        reader.Reader.__init__.__defaults__ = (COMMAND,)
        DatelineApp.open_url = _open_nothing  # type: ignore[assignment,method-assign]
        try:
            yield folder
        finally:
            os.chdir("/")


async def walk(seed: int, steps: int, path: Path) -> Walk:
    """Random steps; an app that was left, or fell, is opened again."""
    chance, outcome = random.Random(seed), Walk(seed, steps)
    while outcome.done.total() < steps and len(outcome.crashes) < 20:
        app = DatelineApp(path, kept_place(path))
        outcome.openings += 1
        last: deque[str] = deque(maxlen=_LAST)
        try:
            async with app.run_test(size=(chance.randint(20, 160), chance.randint(6, 50))) as pilot:
                await pilot.pause()
                await wander(app, pilot, chance, outcome, last)
        except Exception:  # noqa: BLE001 - whatever it is, it is a finding
            told = f"after {outcome.done.total()} steps: {' '.join(last)}\n{traceback.format_exc()}"
            outcome.crashes.append(told)
        finally:
            app.session.close()
    with Store.open(path) as store:
        outcome.corrections = len(store.history())
    outcome.whole = CliRunner().invoke(commands, ["check", "-t", str(path)]).exit_code == 0
    return outcome


async def wander(app: DatelineApp, pilot: Pilot[Any], chance: random.Random, outcome: Walk, last: deque[str]) -> None:
    """Take steps until there are enough, or the app ends."""
    ahead = 0
    while outcome.done.total() < outcome.steps:
        if not app.is_running or app._exception is not None:
            return
        (kind,) = chance.choices(KINDS, WEIGHTS)
        outcome.done[kind] += 1
        last.append(await step(app, pilot, chance, kind))
        if chance.random() < OUT:
            last.append(" ".join(press(app, "escape") for _ in range(3)))
        ahead -= 1
        if ahead < 0:
            ahead = chance.randint(0, TOGETHER)
            await settled(app)


async def settled(app: DatelineApp) -> None:
    """Until what was typed was taken, as far as that comes at once."""
    for _ in range(20):
        await asyncio.sleep(0)
    await asyncio.sleep(0.002 if app.is_running else 0)


async def step(app: DatelineApp, pilot: Pilot[Any], chance: random.Random, kind: str) -> str:
    """Take one; returns which."""
    width, height = app.size
    x, y = chance.randrange(max(1, width)), chance.randrange(max(1, height))
    match kind:
        case "action":
            return press(app, chance.choice(KEYS))
        case "letter":
            return press(app, chance.choice("abcdefghijklmnoprstuvwxyz0123456789ABCDEFGHIJKLMNOPRSTUVWXYZ .:-é"))
        case "special":
            return press(app, chance.choice(SPECIAL))
        case "text":
            return " ".join(press(app, letter) for letter in chance.choice(TEXTS))
        case "click":
            at(app, events.MouseDown, x, y, 1)
            at(app, events.MouseUp, x, y, 1)
            if chance.random() < 0.2:
                at(app, events.MouseDown, x, y, 1)
                at(app, events.MouseUp, x, y, 1)
            return f"click({x},{y})"
        case "drag":
            at(app, events.MouseDown, x, y, 1)
            to = chance.randrange(max(1, width)), chance.randrange(max(1, height))
            at(app, events.MouseMove, *to, 1)
            at(app, events.MouseUp, *to, 1)
            return f"drag({x},{y}→{to})"
        case "wheel":
            at(app, chance.choice((events.MouseScrollUp, events.MouseScrollDown)), x, y, 0)
            return f"wheel({x},{y})"
        case "paste":
            text = chance.choice((*TEXTS, *ATTACKS, "two\nlines\n", "x" * 5000))
            app.post_message(events.Paste(text))
            return f"paste({text[:20]!r})"
        case _:
            size = chance.randint(1, 220), chance.randint(1, 60)
            await settled(app)
            if app.is_running:
                await pilot.resize_terminal(*size)
            return f"resize{size}"


def press(app: DatelineApp, key: str) -> str:
    """Type a key, without waiting for what it does."""
    named = {" ": "space", ".": "full_stop", ":": "colon", "-": "minus"}.get(key, key)
    app.post_message(events.Key(named, key if len(key) == 1 else None))
    return named


def at(app: DatelineApp, kind: type[events.MouseEvent], x: int, y: int, button: int) -> None:
    """What the mouse does at a place."""
    app.post_message(kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y))


def main(arguments: Sequence[str]) -> int:
    """Walk with each seed, and say how it went."""
    steps = int(arguments[0]) if arguments else STEPS
    seeds = [int(seed) for seed in arguments[1:]] or SEEDS
    print(f"{'seed':>4} {'steps':>7} {'openings':>8} {'corrections':>11} {'crashes':>7} {'whole':>5}")
    failed = False
    for seed in seeds:
        with apart() as folder:
            path = folder / "work" / "story.json"
            filled(path)
            outcome = asyncio.run(walk(seed, steps, path))
        total = outcome.done.total()
        whole = "yes" if outcome.whole else "NO"
        counts = f"{outcome.openings:>8} {outcome.corrections:>11,} {len(outcome.crashes):>7} {whole:>5}"
        print(f"{seed:>4} {total:>7,} {counts}", flush=True)
        failed |= bool(outcome.crashes) or not outcome.whole
        for crash in outcome.crashes:
            print(crash)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
