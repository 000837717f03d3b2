"""A server that shows the app in a browser, to pages of its own alone: any page that one visits can call this machine.

The library has no such check: a page elsewhere could open the WebSocket and press keys in the app. So each request must
name this server as its host, and each WebSocket must come from a page of this server, which no other page may frame.
"""

import logging
import shlex
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

_LOCAL = ("localhost", "127.0.0.1", "[::1]")
MOST_PAGES = 16
"""So many are open at once: each is a process with the whole timeline."""
MOST_CELLS = 1_000
"""Columns or rows of a page: an app of a billion cells would take the memory of the machine."""
_HTTP = 80
_FOCUS = """<script>
new MutationObserver((_, observer) => {
  if (document.body.classList.contains("-first-byte")) {
    document.querySelector(".xterm-helper-textarea")?.focus();
    observer.disconnect();
  }
}).observe(document.body, { attributes: true });
</script>"""
"""Once the first screen is there, its terminal has the keys."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class TimelineServer(Server):
    """Starts an app for each page that is opened."""

    def __init__(self, timeline: Path, host: str, port: int, *, write: bool) -> None:
        """A server of a timeline, to be read, or to be corrected too if one may `write`."""
        arguments = ["open", str(timeline.absolute()), *([] if write else ["--served"])]
        command = shlex.join([sys.executable, "-P", "-m", "tui.cli", *arguments])
        super().__init__(command, host=host, port=port, title="dateline", public_url=f"http://{host}:{port}")
        names = {host, *(_LOCAL if host in _LOCAL else ())}
        self.hosts = frozenset(f"{name}:{port}" for name in names) | (names if port == _HTTP else set())
        """As which it is called; a browser leaves out the port of the protocol."""
        self._pages = 0

    def initialize_logging(self) -> None:
        """Tell of what goes wrong, and not of each request."""
        logging.basicConfig(level=logging.WARNING, format="dateline: %(message)s")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._own_pages_only)
        app.on_response_prepare.append(self._wall_in)
        return app

    @web.middleware
    async def _own_pages_only(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        is_own = origin is not None and origin.removeprefix("http://") in self.hosts
        if request.host not in self.hosts or not (is_own or (origin is None and request.path != "/ws")):
            raise web.HTTPForbidden(text="this server answers pages of its own only")
        return await (self._page(request, handler) if request.path == "/ws" else handler(request))

    async def _page(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """One more page, if it is of a size that there is, and there are not too many."""
        if not all(_is_size(request.query.get(side, "80")) for side in ("width", "height")):
            raise web.HTTPBadRequest(text=f"a page has 1 to {MOST_CELLS} columns and rows")
        if self._pages >= MOST_PAGES:
            raise web.HTTPServiceUnavailable(text=f"{MOST_PAGES} pages are open already")
        self._pages += 1
        try:
            return await handler(request)
        finally:
            self._pages -= 1

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, whose terminal has the keys as soon as it is there: the library waits for a click."""
        page = await super().handle_index(request)
        if isinstance(page, web.Response):
            page.text = (page.text or "").replace("</body>", f"{_FOCUS}</body>")
        return page

    async def _wall_in(self, request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG002
        """Let no other page frame it, and have the browser ask nobody else, such as for fonts."""
        # A browser takes no address of IPv6 here, and says so; a page at one is its own origin.
        named = (f"http://{host}" for host in sorted(self.hosts) if not host.startswith("["))
        own = " ".join((*named, "'self'"))
        response.headers["Content-Security-Policy"] = (
            f"frame-ancestors 'none'; style-src {own} 'unsafe-inline'; font-src {own} data:"
        )

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        resize = app_service.set_terminal_size

        async def within_bounds(width: object, height: object) -> None:
            if _is_size(str(width)) and _is_size(str(height)):
                await resize(int(str(width)), int(str(height)))

        app_service.set_terminal_size = within_bounds  # type: ignore[method-assign]  # it is made by the library
        await super()._process_messages(websocket, app_service)

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002
        """Say where it is to be seen."""
        self.console.print(f"dateline: {self.public_url} (ctrl+c ends)", highlight=False, markup=False)


def _is_size(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len(str(MOST_CELLS)) and 0 < int(text) <= MOST_CELLS
