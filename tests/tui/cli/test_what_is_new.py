"""`is:new` on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tui.cli import app as commands


@pytest.mark.usefixtures("lasting")
def test_the_command_line_finds_what_was_added_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIMELINE", str(tmp_path / "news.json"))
    for number, told in enumerate(("The ferry sank on 3 May 2019.", "The mayor resigned on 4 May 2019.")):
        text = tmp_path / f"{number}.txt"
        text.write_text(told)
        assert CliRunner().invoke(commands, ["add", str(text)]).exit_code == 0
    listed = CliRunner().invoke(commands, ["list", "is:new"]).stdout
    assert "mayor" in listed
    assert "ferry" not in listed
