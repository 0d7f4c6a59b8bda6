"""Saves are noticed, however an editor does them, and each when it is whole."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from lessonkit.preview import watching
from lessonkit.preview.reading import look_at
from lessonkit.preview.watching import saves

Next = Callable[[], Awaitable[str]]


def follow(file: Path, act: Callable[[Next], Awaitable[None]]) -> None:
    """Watch a file while something is done; `Next` waits for a save and returns the text then."""

    async def run() -> None:
        stop = asyncio.Event()
        told = saves(file.parent, lambda: look_at(file, False), stop)

        async def text_at_next_save() -> str:
            await anext(told)
            return file.read_text(encoding="utf-8") if file.exists() else ""

        await text_at_next_save()
        await act(text_at_next_save)
        stop.set()
        assert [each async for each in told] == []

    # What is never noticed would be waited for without end.
    asyncio.run(asyncio.wait_for(run(), 60))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "deck.yaml"
    path.write_text("first", encoding="utf-8")
    return path


def test_every_way_of_saving_is_noticed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PATIENCE", 0.2)

    async def act(text_at_next_save: Next) -> None:
        file.write_text("in place", encoding="utf-8")
        assert await text_at_next_save() == "in place"
        new = file.with_name(".deck.yaml.tmp")
        new.write_text("under the name", encoding="utf-8")
        new.replace(file)
        assert await text_at_next_save() == "under the name"
        file.unlink()
        assert await text_at_next_save() == ""
        file.write_text("again", encoding="utf-8")
        assert await text_at_next_save() == "again"

    follow(file, act)


def test_a_file_that_is_half_written_is_not_read(file: Path) -> None:
    async def act(text_at_next_save: Next) -> None:
        reading = asyncio.ensure_future(text_at_next_save())
        await asyncio.sleep(0)
        for text in ("", "h", "half", "half written", "whole"):
            file.write_text(text, encoding="utf-8")
            await asyncio.sleep(watching.REST / 2)
        assert await reading == "whole"

    follow(file, act)


def test_a_folder_that_tells_nothing_is_looked_at(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    async def tell_nothing(folder: Path, **_: Any) -> AsyncIterator[set[Any]]:
        asked.append(folder)
        raise OSError("no more watches")
        yield set()

    monkeypatch.setattr(watchfiles, "awatch", tell_nothing)
    monkeypatch.setattr(watching, "EVERY", 0.02)

    async def act(text_at_next_save: Next) -> None:
        file.write_text("far away", encoding="utf-8")
        assert await text_at_next_save() == "far away"

    follow(file, act)
    assert asked
