from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS, TOGETHER, Action, Area, active, binding_id, of
from tui.app import DatelineApp
from tui.widgets.hints import GAP, laid_out


@pytest.mark.parametrize("areas", TOGETHER, ids=lambda areas: "+".join(sorted(area.name for area in areas)))
def test_no_key_means_two_things_on_one_screen(areas: frozenset[Area]) -> None:
    keys = Counter(key for action in of(*areas) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_area_is_checked_for_clashes() -> None:
    assert frozenset().union(*TOGETHER) == set(Area)


def test_ids_are_unique() -> None:
    assert len({binding_id(action) for action in ACTIONS}) == len(ACTIONS)


async def test_every_action_is_reachable_by_its_keys_on_some_screen(app: DatelineApp) -> None:
    reached: set[Action] = set()
    async with app.run_test(size=(120, 40)) as pilot:
        app.session.path.unlink()  # for what can be done when a file is gone
        for keys in (["1", "s"], ["2"], ["3"], ["1", "o"], ["escape", "U"]):
            await pilot.press(*keys)
            await pilot.pause()
            for action, bound in active(app.screen).items():
                assert callable(getattr(bound.node, f"action_{action.id}")), action
                reached.add(action)
    assert set(ACTIONS) - reached == set()


@given(st.integers(20, 200), st.sets(st.sampled_from(ACTIONS)))
def test_the_footer_shows_whole_hints_within_the_width_and_always_keys_and_quit(
    width: int, others: set[Action]
) -> None:
    always = {action for action in ACTIONS if action.priority == 0}
    hints = laid_out(others | always, width)
    assert sum(hint.width + GAP for hint in hints) - GAP <= width
    assert {hint.action for hint in hints} >= always
    left_out = {a for a in others | always if a.priority is not None} - {hint.action for hint in hints}
    keys = next(hint for hint in hints if hint.key == "?")
    assert keys.label == (f"Keys +{len(left_out)}" if left_out else "Keys")


def test_the_footer_drops_the_least_important_first() -> None:
    shown = [hint.action for hint in laid_out(of(Area.APP, Area.TIMELINE), 50)]
    kept = {action.priority for action in shown if action}
    dropped = {a.priority for a in of(Area.APP, Area.TIMELINE) if a.priority is not None and a not in shown}
    assert max(p for p in kept if p is not None) <= min(p for p in dropped if p is not None)
