"""`dateline serve`: who may reach the app through a browser, and what it is there."""

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, WSServerHandshakeError, web
from typer.testing import CliRunner

from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import SMALL, timeline_of
from tests.tui.test_places import timeline_file
from tui import serving as serving_module
from tui.cli import app as commands
from tui.screens.keep_view import KeepViewDialog
from tui.served_app import ServedApp
from tui.serving import TimelineServer
from tui.settings import settings_file
from tui.widgets.hints import Hints


@asynccontextmanager
async def serving(path: Path, *, write: bool = False) -> AsyncIterator[str]:
    """The host and port of a server."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = TimelineServer(path, "127.0.0.1", port := listening.getsockname()[1], write=write)
    runner = web.AppRunner(await server._make_app())
    await runner.setup()
    await web.SockSite(runner, listening).start()
    pages: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_shell

    async def remembered(*arguments: Any, **options: Any) -> asyncio.subprocess.Process:
        pages.append(await start(*arguments, **options))
        return pages[-1]

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(asyncio, "create_subprocess_shell", remembered)
            yield f"127.0.0.1:{port}"
    finally:
        await runner.cleanup()
        for page in pages:  # the library leaves this to a server that goes on
            await page.communicate()
            assert page.stdin
            page.stdin.close()
            with suppress(ConnectionError):
                await page.stdin.wait_closed()


async def test_a_page_of_the_server_shows_the_timeline_and_keys_reach_it(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR, UNDATED)
    before = path.read_bytes()
    async with serving(path) as host, ClientSession() as client:
        page = await (await client.get(f"http://{host}/")).text()
        assert f"ws://{host}/ws" in page
        origin = f"http://{host}"
        async with client.ws_connect(f"ws://{host}/ws?width=100&height=30", origin=origin) as socket:
            shown = b""
            async with asyncio.timeout(30):
                while b"Crane drivers walk out" not in shown:
                    shown += await socket.receive_bytes()
                await socket.send_str(json.dumps(["stdin", "s"]))
                while b"it is served to be read" not in shown:
                    shown += await socket.receive_bytes()
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"harbour.json"}


@pytest.mark.parametrize(
    ("host", "origin", "way"),
    [
        ("", "http://evil.example", "/ws"),
        ("", None, "/ws"),
        ("", "null", "/ws"),
        ("evil.example", None, "/"),
        ("evil.example", "http://evil.example", "/ws"),
        ("", "http://evil.example", "/"),
        ("", "http://127.0.0.1:1", "/ws"),
    ],
)
async def test_what_comes_from_another_page_or_under_another_name_is_refused(
    tmp_path: Path, host: str, origin: str | None, way: str
) -> None:
    async with serving(timeline_file(tmp_path, HARBOUR)) as served, ClientSession() as client:
        headers = {"Host": host or served} | ({"Origin": origin} if origin else {})
        if way == "/ws":
            with pytest.raises(WSServerHandshakeError) as refused:
                await client.ws_connect(f"ws://{served}/ws", headers=headers)
            assert refused.value.status == 403
        else:
            assert (await client.get(f"http://{served}/", headers=headers)).status == 403


async def test_no_other_page_may_frame_it_and_nobody_else_is_asked(tmp_path: Path) -> None:
    async with serving(timeline_file(tmp_path, HARBOUR)) as served, ClientSession() as client:
        wall = (await client.get(f"http://{served}/")).headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in wall
    assert "fonts.googleapis.com" not in wall
    assert f"style-src http://{served}" in wall


@pytest.mark.parametrize("size", ["width=100000&height=24", "width=80&height=-5", "width=80&height=0", "width=x"])
async def test_a_page_of_a_size_that_there_is_not_is_refused(tmp_path: Path, size: str) -> None:
    async with serving(timeline_file(tmp_path, HARBOUR)) as served, ClientSession() as client:
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect(f"ws://{served}/ws?{size}", origin=f"http://{served}")
    assert refused.value.status == 400


async def test_a_page_that_asks_for_a_size_that_there_is_not_stays_as_it_is(tmp_path: Path) -> None:
    async with (
        serving(timeline_file(tmp_path, HARBOUR)) as served,
        ClientSession() as client,
        client.ws_connect(f"ws://{served}/ws?width=80&height=24", origin=f"http://{served}") as socket,
        asyncio.timeout(30),
    ):
        shown = b""
        while b"Crane" not in shown:
            shown += await socket.receive_bytes()
        for width in (10**9, -5, "x"):
            await socket.send_str(json.dumps(["resize", {"width": width, "height": None}]))
        shown = b""
        await socket.send_str(json.dumps(["stdin", "?"]))
        while b"search" not in shown:
            shown += await socket.receive_bytes()
    assert b"Traceback" not in shown


async def test_more_pages_than_the_machine_can_hold_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving_module, "MOST_PAGES", 1)
    async with serving(timeline_file(tmp_path, HARBOUR)) as served, ClientSession() as client:
        where, origin = f"ws://{served}/ws", f"http://{served}"
        async with client.ws_connect(where, origin=origin) as socket:
            await socket.receive_bytes()
            with pytest.raises(WSServerHandshakeError) as refused:
                await client.ws_connect(where, origin=origin)
    assert refused.value.status == 503


def test_where_the_port_is_that_of_the_protocol_it_is_called_without(tmp_path: Path) -> None:
    assert {"localhost", "localhost:80"} <= TimelineServer(tmp_path / "a.json", "127.0.0.1", 80, write=False).hosts


async def test_what_is_served_touches_no_file(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    before = path.read_bytes()
    app = ServedApp(path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("a", "i", "x", "T", "slash", *"ferry", "enter", "w")
        await pilot.pause()
        assert isinstance(app.screen, KeepViewDialog)
        assert "views are not kept where the app is served" in str(app.screen._says.render())
        await pilot.press(*"ferries", "enter", "escape")
        await pilot.pause()
        assert timeline_of(app).filter.text == "ferry"
    assert path.read_bytes() == before
    assert not settings_file().exists()
    assert not (tmp_path / "state").exists()


def test_requests_are_not_told_one_by_one(tmp_path: Path) -> None:
    TimelineServer(tmp_path, "127.0.0.1", 8000, write=False).initialize_logging()
    assert not logging.getLogger("aiohttp.access").isEnabledFor(logging.INFO)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--host", "*"], "name the one address by which others reach this machine"),
        (["--host", "0"], "name the one address by which others reach this machine"),
        (["--host", "::0"], "name the one address by which others reach this machine"),
        (["--host", "a..b"], "a..b:8000 can't be listened at: it is no name of a machine"),
        (["missing.json"], "there is no timeline at missing.json yet"),
    ],
)
def test_what_cannot_be_served_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_TIMELINE", str(timeline_file(tmp_path, HARBOUR)))
    refused = CliRunner().invoke(commands, ["serve", *words])
    assert refused.exit_code != 0
    assert why in refused.stderr


def test_without_what_serves_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "textual_serve.server", None)
    monkeypatch.delitem(__import__("sys").modules, "tui.serving", raising=False)
    refused = CliRunner().invoke(commands, ["serve"])
    assert refused.exit_code == 2
    assert "pip install 'dateline[serve]'" in refused.stderr


async def test_keys_reach_the_page_before_it_is_clicked(tmp_path: Path) -> None:
    async with serving(timeline_file(tmp_path, HARBOUR)) as served, ClientSession() as client:
        page = await (await client.get(f"http://{served}/")).text()
        assert ".xterm-helper-textarea" in page.partition("<body")[2]


async def test_the_browser_takes_all_that_it_is_told_of_whom_it_may_ask(tmp_path: Path) -> None:
    async with serving(timeline_file(tmp_path, HARBOUR)) as served, ClientSession() as client:
        wall = (await client.get(f"http://{served}/")).headers["Content-Security-Policy"]
    assert "[" not in wall
    assert wall.count("'self'") == 2


async def test_the_footer_of_what_is_served_to_be_read_offers_no_corrections(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    app = ServedApp(path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        offered = {hint.label for hint in app.screen.query_one(Hints).hints()}
        assert {"Filter", "Open", "Article", "Facets"} <= offered
        assert not offered & {"Date", "Edit", "Accept", "Reject", "Mark", "Join", "Undo", "Import"}
        await pilot.press("a")
        await pilot.pause()
        assert "read-only" in app.report.says
