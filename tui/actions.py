"""Every action of the app, declared once: bindings, footer, `?` and palette are made from this table."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen

from timeline.export import labels


class Area(StrEnum):
    """Where an action is at home; several areas are active at once, see `TOGETHER`."""

    APP = "Everywhere"
    MOTION = "Moving"
    LIST = "Lists"
    BROWSE = "Timeline, actors, sources and history"
    CORRECTING = "Timeline, actors and sources"
    TIMELINE = "Timeline"
    SOURCES = "Sources"
    ARTICLE = "Article"
    HISTORY = "History"


NEAREST = (
    Area.HISTORY,
    Area.ARTICLE,
    Area.SOURCES,
    Area.TIMELINE,
    Area.CORRECTING,
    Area.BROWSE,
    Area.APP,
    Area.LIST,
    Area.MOTION,
)
"""What a person asks for on a screen is first what that screen alone has, and last how one moves."""

TOGETHER: tuple[frozenset[Area], ...] = (
    frozenset({Area.APP, Area.MOTION, Area.LIST, Area.BROWSE, Area.CORRECTING, Area.TIMELINE}),
    frozenset({Area.APP, Area.MOTION, Area.LIST, Area.BROWSE, Area.CORRECTING}),
    frozenset({Area.APP, Area.MOTION, Area.LIST, Area.BROWSE, Area.CORRECTING, Area.SOURCES}),
    frozenset({Area.APP, Area.MOTION, Area.ARTICLE}),
    frozenset({Area.APP, Area.MOTION, Area.LIST, Area.BROWSE, Area.HISTORY}),
)
"""The areas that share a screen: within one of these sets no key may mean two things."""


_OWN: dict[str, tuple[str, ...]] = {}


def use_keys(own: Mapping[str, Sequence[str]]) -> None:
    """Show a person's own keys, by the id of a binding, in the place of those that actions come with."""
    _OWN.clear()
    _OWN.update({binding: tuple(keys) for binding, keys in own.items()})


@dataclass(frozen=True)
class Action:
    """Something a person can do."""

    id: str
    """Names the method `action_<id>` of the widget or screen that owns the area, and the binding."""
    keys: tuple[str, ...]
    """Textual's names for them, the one to show first."""
    label: str
    """For the footer: one or two words."""
    tooltip: str
    area: Area
    priority: int | None = None
    """Order of importance in the footer, 0 first and always shown; None for actions the footer leaves out."""

    @property
    def key(self) -> str:
        """The first key as a person would write it."""
        return shown_key(self.bound_keys[0])

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """All of them, as a person would write them."""
        return tuple(map(shown_key, self.bound_keys))

    @property
    def bound_keys(self) -> tuple[str, ...]:
        """Its keys, or those of the person's own."""
        return _OWN.get(binding_id(self), self.keys)


SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "space": "space",
    "backslash": "\\",
    "asterisk": "*",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
}


def shown_key(key: str) -> str:
    """A key as a person would write it: `?` for `question_mark`."""
    return SHOWN.get(key) or letter(key) or key


def letter(key: str) -> str:
    """What a key writes, by Textual's name for it: `=` for `equals_sign`; empty for one that writes nothing."""
    if len(key) == 1:
        return key
    try:
        named = unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return ""
    return named if named.isprintable() else ""


def _area(area: Area, *rows: tuple[str, str, str, str, int | None]) -> Iterator[Action]:
    for name, keys, label, tooltip, priority in rows:
        yield Action(name, tuple(keys.split()), label, tooltip, area, priority)


ACTIONS: tuple[Action, ...] = (
    *_area(
        Area.APP,
        ("timeline", "1", "Timeline", "Show events by time", None),
        ("actors", "2", "Actors", "Show who takes part", None),
        ("sources", "3", "Sources", "Show articles, outlets and speakers", None),
        ("undo", "u ctrl+z", "Undo", "Take back the last change", 6),
        ("redo", "ctrl+r ctrl+y", "Redo", "Make the last change taken back again", None),
        ("history", "U", "History", "What was done, by whom and when, the last first", None),
        ("review", "4", "Review", "Go through what nobody has looked at yet and is doubtful", None),
        ("import", "i", "Import", "Read articles into this timeline, or see how that goes", 7),
        ("merge", "I", "Merge", "Take what was rescued into what is there now", 1),
        ("export", "x", "Export", f"Write the timeline as {labels()}", 5),
        ("theme", "T", "Theme", "Next theme: dark, light, high contrast, the terminal’s own", None),
        ("afresh", "F", "As at first", "No filter, folds and strip as at first; no place is kept", None),
        ("keys", "question_mark f1", "Keys", "List every key; enter runs the row", 0),
        ("commands", "colon ctrl+p", "Commands", "Find a command by name", None),
        ("quit", "q ctrl+q", "Quit", "Leave; everything is already saved", 0),
    ),
    *_area(
        Area.MOTION,
        ("down", "j down", "Down", "Next line", None),
        ("up", "k up", "Up", "Previous line", None),
        ("first", "g home", "First", "To the beginning", None),
        ("last", "G end", "Last", "To the end", None),
        ("half_down", "ctrl+d", "Half page down", "Half a page down", None),
        ("half_up", "ctrl+u", "Half page up", "Half a page up", None),
        ("page_down", "pagedown ctrl+f", "Page down", "A page down", None),
        ("page_up", "pageup ctrl+b", "Page up", "A page up", None),
    ),
    *_area(
        Area.LIST,
        ("choose", "enter l right", "Open", "Go into the row", 2),
    ),
    *_area(
        Area.BROWSE,
        ("filter", "slash", "Filter", "Narrow the list as you type", 1),
        ("settle", "equals_sign", "Settle", "Say which of two people’s corrections holds", None),
        ("this", "asterisk", "By this", "Add what is under the cursor to the filter of the timeline", 9),
        ("back", "escape h left", "Back", "Undo one level of view: detail, marks, filter text", None),
        ("next_pane", "tab", "Pane", "Go to the other pane", None),
        ("page_alone", "backslash", "Page alone", "Give the page all the room, or the list its own again", None),
        ("page_wider", "less_than_sign", "Wider page", "More room for the page; its edge can be dragged too", None),
        ("page_narrower", "greater_than_sign", "Wider list", "Less room for the page", None),
    ),
    *_area(
        Area.CORRECTING,
        ("edit", "e", "Edit", "Correct what is known of it", 2),
        ("mark", "space", "Mark", "Mark the row, or unmark it; the cursor stays on it", 4),
        ("mark_range", "v", "Mark to here", "Mark from the last marked row to this, or on from here", None),
        ("unmark", "V", "Unmark", "Leave nothing marked", None),
        ("join", "m", "Join", "Join the marked rows, or what may be one, into one", 4),
        ("split", "S", "Split", "Part what was joined in the row", None),
    ),
    *_area(
        Area.TIMELINE,
        ("accept", "a", "Accept", "It is right; on to the next; of marked rows all", 3),
        ("reject", "r", "Reject", "It is no event and leaves the list; of marked rows all", 3),
        ("date", "d", "Date", "Correct when it happened", 1),
        ("move_up", "K", "Move up", "Before the event above, of the same day", None),
        ("move_down", "J", "Move down", "After the event below, of the same day", None),
        ("star", "s", "Star", "Star the event, or unstar it; of marked rows all", 6),
        ("hide", "H", "Hide", "Hide from list and exports, or not; of marked rows all", 8),
        ("note", "c", "Note", "Write a note on the event", 6),
        ("tag", "number_sign", "Tag", "Tag the event, or take tags off; of marked rows all", None),
        ("article", "o", "Article", "Read the article with the evidence in place", 3),
        ("outside", "O", "Original", "Open the article’s web address in the browser", 9),
        ("add_event", "A", "Add event", "Add an event by hand, that no article here tells of", 8),
        ("copy", "y", "Copy", "Copy the event as a line of Markdown", 8),
        ("copy_as", "Y", "Copy as", "Copy its sentence, its article, its title or its date", None),
        ("go_to_date", "t", "Go to date", "Jump to a date", 9),
        ("facets", "f", "Facets", "What the list could be narrowed to, and how far", 5),
        ("differing", "D", "What differs", "Show lines whose accounts differ", None),
        ("doubled", "M", "What may be one", "Show lines that may be one with another (≈)", None),
        ("keep_view", "w", "Keep view", "Keep the filter under a name: @name finds the same", 9),
        ("zoom_in", "plus", "Zoom in", "A shorter time in the strip", None),
        ("zoom_out", "minus", "Zoom out", "A longer time in the strip", None),
        ("earlier", "comma", "Earlier", "An earlier time in the strip", None),
        ("later", "full_stop", "Later", "A later time in the strip", None),
        ("whole", "0", "Whole", "All the time that has events in the strip", None),
        ("fold", "z", "Fold", "Open or fold what lies before the story, and the undated", 9),
        ("next_day", "right_square_bracket", "Next day", "To the next day with events", None),
        ("previous_day", "left_square_bracket", "Previous day", "To the previous day with events", None),
        ("next_unsure", "n", "Next unsure", "To the next event whose date is open or uncertain", 9),
        ("previous_unsure", "N", "Previous unsure", "To the previous one", None),
    ),
    *_area(
        Area.SOURCES,
        ("article_date", "d", "Article date", "Set the article’s own date; its relative events move", 1),
        ("only", "f", "Only these", "Show only the events of this row in the timeline", 2),
        ("remove", "R delete", "Remove", "Take the article out of the timeline with its events", 4),
    ),
    *_area(
        Area.ARTICLE,
        ("edit", "e", "Edit", "Correct what is known of the event that is read", 3),
        ("reject", "r", "Reject", "The event that is read is none, or one again", 4),
        ("note", "c", "Note", "Write a note on the event that is read", 6),
        ("article_date", "d", "Article date", "Set the article’s own date; its relative events move", 1),
        ("next_event", "n", "Next event", "To the next event in the text", 2),
        ("previous_event", "N", "Previous event", "To the previous event in the text", 3),
        ("next_word", "w", "Next word", "To the next word, to mark from there", None),
        ("previous_word", "b", "Previous word", "To the previous word", None),
        ("mark_words", "v space", "Mark words", "Mark words from here, for an event of your own", 4),
        ("add_event", "a", "Add event", "Add an event by hand, that the marked words tell of", 4),
        ("outside", "O", "Original", "Open the article’s web address in the browser", 5),
        ("beside", "p", "Beside", "Read another article beside this one", 5),
        ("next_pane", "tab", "Other article", "To the article beside this one", None),
        ("close", "escape h left", "Back", "Leave the words, or go back to where you came from", 1),
    ),
    *_area(
        Area.HISTORY,
        ("to_here", "t", "To here", "Take back what was done after, or make again up to here", 1),
    ),
)


def of(*areas: Area) -> tuple[Action, ...]:
    """The actions at home in `areas`, in the order of the table."""
    return tuple(action for action in ACTIONS if action.area in areas)


MODES: tuple[Action, ...] = tuple(
    action for action in ACTIONS if action.area is Area.APP and action.id in ("timeline", "actors", "sources", "review")
)
"""The ways in to the same events, each a mode of the app by the id of its action."""

BEFORE_TEXT = frozenset({"filter"})
"""Actions after which the keys are text: they are done before the next key is given to a widget, so that nothing typed
ahead is taken for a command."""

OF_A_ROW = frozenset(
    "choose this settle page_alone edit mark mark_range join split accept reject date move_up move_down star hide note "
    "tag article outside copy copy_as article_date only remove next_day previous_day next_unsure previous_unsure "
    "go_to_date".split()
)
"""Actions of a list that do something to the row under the cursor, or go from there, and so need one."""

OF_A_LIST = frozenset(
    "filter facets differing doubled keep_view fold zoom_in zoom_out earlier later whole "
    "page_wider page_narrower next_pane".split()
)
"""Actions that change what is seen of a list, and so need something that could be listed."""

CHANGING = frozenset(
    "edit accept reject date move_up move_down star hide note tag add_event mark mark_range join split settle "
    "article_date remove mark_words undo redo to_here import merge".split()
)
"""Actions that change a timeline, or are of use for that alone."""


def bindings(*areas: Area) -> list[BindingType]:
    """The `BINDINGS` of a widget or screen that owns `areas`."""
    return [
        Binding(
            ",".join(action.keys),
            action.id,
            action.label,
            tooltip=action.tooltip,
            id=binding_id(action),
            priority=action.id in BEFORE_TEXT,
        )
        for action in of(*areas)
    ]


def binding_id(action: Action) -> str:
    """A name for the binding that no other action has."""
    return f"{action.area.name.lower()}.{action.id}"


BY_BINDING: dict[str, Action] = {binding_id(action): action for action in ACTIONS}
"""The action of a binding, by the binding's id."""


def active(screen: Screen[object]) -> dict[Action, ActiveBinding]:
    """What can be done on a screen now, with the node that does it."""
    found: dict[Action, ActiveBinding] = {}
    for bound in screen.active_bindings.values():
        if bound.enabled and bound.binding.id in BY_BINDING:
            found.setdefault(BY_BINDING[bound.binding.id], bound)
    return found


async def run(screen: Screen[object], bound: ActiveBinding) -> None:
    """Do it."""
    await screen.app.run_action(bound.binding.action, default_namespace=bound.node)
