"""The client of the reading worker: another process, so that reading never makes a key wait."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncGenerator, Sequence
from datetime import date
from typing import IO

import msgspec

from extractors.worker.messages import Finished, Job, Message

LONGEST_LINE = 2**28
"""Bytes; a message holds a whole article with its findings."""

_DECODER: msgspec.json.Decoder[Message] = msgspec.json.Decoder(Message)


class ReaderError(Exception):
    """The worker process can't be started or ended while it was reading; the message says how."""


class Reader:
    """Starts the worker when there is something to read, and keeps it for the next time."""

    def __init__(self, command: Sequence[str] = (sys.executable, "-m", "extractors.worker")) -> None:
        self._command = command
        self._process: asyncio.subprocess.Process | None = None
        self._errors: IO[bytes] | None = None
        self._jobs = 0
        self._turn = asyncio.Lock()

    async def read(
        self, origins: Sequence[str], *, published: date | None = None, publisher: str = ""
    ) -> AsyncGenerator[Message, None]:
        """Read articles; jobs are done one after the other, and the last message is `Finished`.

        Raises:
            ReaderError: the worker can't be started, or ended before that.
        """
        async with self._turn:
            process = await self._running()
            assert process.stdin is not None
            assert process.stdout is not None
            self._jobs += 1
            job = Job(number=self._jobs, origins=tuple(origins), published=published, publisher=publisher)
            try:
                process.stdin.write(msgspec.json.encode(job) + b"\n")
                await process.stdin.drain()
                while line := await process.stdout.readline():
                    message = _DECODER.decode(line)
                    if message.job != job.number:
                        continue
                    yield message
                    if isinstance(message, Finished):
                        return
            except (BrokenPipeError, ConnectionResetError):
                pass
            raise ReaderError(await self._how_it_ended(process))

    def stop(self) -> None:
        """End the worker at once; what it was reading is given up."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()

    async def close(self) -> None:
        """End the worker and wait until it is gone."""
        self.stop()
        process, self._process = self._process, None
        errors, self._errors = self._errors, None
        if process is not None:
            await process.wait()
            if process.stdin is not None:
                process.stdin.close()
        if errors is not None:
            errors.close()

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            await self.close()
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the process)
            try:
                self._process = await asyncio.create_subprocess_exec(
                    *self._command,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=self._errors,
                    limit=LONGEST_LINE,
                )
            except OSError as error:
                raise ReaderError(f"reading can't begin: {error.strerror or error}") from error
        return self._process

    async def _how_it_ended(self, process: asyncio.subprocess.Process) -> str:
        status = await process.wait()
        if self._errors is None:
            return "reading was ended"
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return f"reading ended with status {status}" + (f": {lines[-1]}" if lines else "")
