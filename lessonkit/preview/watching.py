"""Notices when a file has been saved, whatever way an editor does it.

Editors write a file in place, or write another and give it the name; folders on other machines tell
nobody. So the folder is watched, and besides, the file is looked at every second.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

from lessonkit.preview.reading import Look

EVERY = 1.0
"""How often the file is looked at where nothing tells of a change, in seconds."""

REST = 0.05
"""A file that stays as it is for so long has been written to its end, in seconds."""

PATIENCE = 1.0
"""For so long a file may be gone, or empty, before that is believed, in seconds."""


async def saves(folder: Path, look: Callable[[], Look], stop: asyncio.Event) -> AsyncIterator[None]:
    """Tell when there is something to read: at once, and then after each save.

    Args:
        folder: The folder to watch.
        look: Tells one state of the files from another; the file that must be there comes first.
        stop: Ends it.

    Yields:
        Nothing, once the file has come to rest.
    """
    seen = look()
    yield
    async for told in _ticks(folder, stop):
        if not told and look() == seen:
            continue
        seen = await _at_rest(look)
        yield


async def _ticks(folder: Path, stop: asyncio.Event) -> AsyncIterator[bool]:
    """Tick after each change in a folder, and every second; say whether a change was told."""
    from watchfiles import awatch

    while not stop.is_set():
        # The folder is gone for now, or the system watches no more of them.
        with suppress(OSError, RuntimeError):
            async for changes in awatch(
                folder,
                watch_filter=None,
                debounce=200,
                stop_event=stop,
                rust_timeout=int(EVERY * 1000),
                yield_on_timeout=True,
                recursive=False,
            ):
                yield bool(changes)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), EVERY)
        yield False


async def _at_rest(look: Callable[[], Look]) -> Look:
    """Wait until a file is whole, as far as one can tell from outside."""
    seen = look()
    for _ in range(round(PATIENCE / REST)):
        await asyncio.sleep(REST)
        now = look()
        if now == seen and now[0] and now[0][2]:
            break
        seen = now
    return seen
