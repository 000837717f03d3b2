"""Keys of a person's own, checked: each is of an action that there is, and means one thing on each screen."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from textual.keys import Keys, _character_to_key

from tui.actions import ACTIONS, BY_BINDING, SHOWN, TOGETHER, Action, binding_id, letter, shown_key

Keymap = Mapping[str, Sequence[str]]
"""Textual's names of keys, by the id of a binding."""

_NAMED = {shown: key for key, shown in SHOWN.items()}
_TEXTUAL = {key.value for key in Keys}


def understood(keys: Keymap) -> Keymap:
    """The same with Textual's names: `question_mark` for `?`."""
    return {action: tuple(_name(key) for key in own) for action, own in keys.items()}


def faults_of(keys: Keymap) -> list[str]:
    """What is wrong with keys of a person's own, in words."""
    return [*_unknown(keys), *clashes(keys)]


def clashes(keys: Keymap) -> list[str]:
    """Which keys would mean two things on one screen."""
    found: dict[str, None] = {}
    for areas in TOGETHER:
        by_key: dict[str, Action] = {}
        for action in (one for one in ACTIONS if one.area in areas):
            for key in keys.get(binding_id(action), action.keys):
                other = by_key.setdefault(key, action)
                if other is not action:
                    found[f"{shown_key(key)} would mean both {binding_id(other)} and {binding_id(action)}"] = None
    return list(found)


def _unknown(keys: Keymap) -> Iterator[str]:
    for action, own in keys.items():
        if action not in BY_BINDING:
            near = get_close_matches(action, BY_BINDING, 1)
            yield f"there is no action “{action}”" + (f": {near[0]}?" if near else "; dateline keys lists them")
        for key in own:
            *held, last = key.split("+") if len(key) > 1 else [key]
            if not set(held) <= {"ctrl", "shift", "alt"} or not (last in _TEXTUAL or last in SHOWN or letter(last)):
                yield f"“{key}” is no key"


def _name(key: str) -> str:
    return _NAMED.get(key) or (_character_to_key(key) if len(key) == 1 else key)
