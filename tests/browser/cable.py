"""A network cable between one browser and the site, which can be pulled and put back."""

import asyncio
import threading


class Cable:
    """Carries bytes both ways from a port of its own; `pull()` cuts all and lets none in."""

    def __init__(self, to_port: int):
        self.to_port, self.port = to_port, 0
        self._whole, self._running = True, set()
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def pull(self) -> None:
        """As when a phone goes into a lift."""
        self._whole = False
        self._loop.call_soon_threadsafe(self._cut)

    def put_back(self) -> None:
        self._whole = True

    def close(self) -> None:
        """Nothing is carried any more; what ran has time to end before the loop does."""
        self.pull()
        self._loop.call_soon_threadsafe(lambda: self._loop.call_later(1, self._loop.stop))
        self._thread.join(5)

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._carry, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()

    def _cut(self) -> None:
        for writer in list(self._running):
            writer.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._whole:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.to_port)
        self._running |= {writer, far_writer}
        try:
            await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
        finally:
            self._running -= {writer, far_writer}
            writer.close()
            far_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()
