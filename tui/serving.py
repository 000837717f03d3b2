"""A server that shows the app in a browser, to pages of its own alone: any page that one visits can call this machine.

The library has no such check: a page elsewhere could open the WebSocket and press keys in the app. So each request must
name this server as its host, and each WebSocket must come from a page of this server.
"""

import logging
import shlex
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

_LOCAL = ("localhost", "127.0.0.1", "[::1]")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class TimelineServer(Server):
    """Starts an app for each page that is opened."""

    def __init__(self, timeline: Path, host: str, port: int, *, write: bool) -> None:
        """A server of a timeline, to be read, or to be corrected too if one may `write`."""
        arguments = ["open", str(timeline.absolute()), *([] if write else ["--served"])]
        command = shlex.join([sys.executable, "-P", "-m", "tui.cli", *arguments])
        super().__init__(command, host=host, port=port, title="dateline", public_url=f"http://{host}:{port}")
        names = {host, *(_LOCAL if host in _LOCAL else ())}
        self.hosts = frozenset(f"{name}:{port}" for name in names)
        """As which it is called."""

    def initialize_logging(self) -> None:
        """Tell of what goes wrong, and not of each request."""
        logging.basicConfig(level=logging.WARNING, format="dateline: %(message)s")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._own_pages_only)
        return app

    @web.middleware
    async def _own_pages_only(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        is_own = origin is not None and origin.removeprefix("http://") in self.hosts
        if request.host not in self.hosts or not (is_own or (origin is None and request.path != "/ws")):
            raise web.HTTPForbidden(text="this server answers pages of its own only")
        return await handler(request)

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002
        """Say where it is to be seen."""
        self.console.print(f"dateline: {self.public_url} (ctrl+c ends)", highlight=False, markup=False)
