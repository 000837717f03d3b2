"""One of a few options is chosen by keys, and nothing where there is none."""

import pytest
from textual.app import App, ComposeResult

from tui.widgets.choice import Choice


class Choosing(App[None]):
    """An app with one choice."""

    def __init__(self, options: tuple[str, ...]) -> None:
        super().__init__()
        self.choice = Choice(options)

    def compose(self) -> ComposeResult:
        yield self.choice

    def on_mount(self) -> None:
        self.choice.focus()


@pytest.mark.parametrize(
    ("options", "keys", "chosen"),
    [
        ((), ["right", "left", "space"], 0),
        (("this", "that"), ["right", "right"], 1),
        (("this", "that"), ["space", "space", "space"], 1),
        (("one", "two", "three"), ["right", "right", "right", "left"], 2),
    ],
)
async def test_keys_go_round_the_options_that_there_are(options: tuple[str, ...], keys: list[str], chosen: int) -> None:
    app = Choosing(options)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.choice.chosen == chosen
        assert app.return_code is None
