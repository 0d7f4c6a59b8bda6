"""Throws damaged files at the loader and at the commands, and keeps each that does harm.

Run it with ``make fuzz``. A file does harm when it makes anything but an activity or words for a
person, or takes too long. It is put into ``tests/awkward``, where the tests try it from then on.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from hashlib import sha256
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from lessonkit.activities.source import LARGEST  # noqa: E402
from tests.hard_inputs import CORPUS, commands_of_files, load_or_refuse, run_on  # noqa: E402

SEEDS = ("notebooks/activities", "tests/bad_activities", "tests/awkward")
SNIPPETS = (
    *("\n ", "\t", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!t ", "!!", "|"),
    *("%TAG ", "---\n", "...\n", "'", '"', "\\", "\\u", "\\ud83d", "\\U", "<<: ", ">-\n", "~"),
    *("null", "true", "1e999", "0x", ".nan", "@", "`", "\0", "\ufeff", "\u202e", "\x85", "\u2028"),
    *("😀", "<script>", "id: ", "cards:\n", "overlap_of: [", "variant_of: ", "type: dialogue\n"),
)
SECONDS = 1.0
"""How long one step may use the processor."""


class TooLongError(Exception):
    """A step took longer than it may."""


def damaged(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return a file with a few things wrong in it.

    Args:
        content: The file.
        others: Files of which a part may be put in.
        chance: What decides.
    """
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        lines = content.split(b"\n")
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        place = chance.randrange(len(content) + 1)
        match chance.randrange(9):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[other])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = b" " * chance.randrange(9) + lines[at].lstrip()
            case 4:
                lines[at:at] = chance.choice(others).split(b"\n")[: chance.randrange(1, 9)]
            case 5:
                lines[at] = (lines[at] * chance.choice((2, 50, 2000)))[:LARGEST]
            case 6:
                lines = [content[:place], chance.randbytes(1), content[place + 1 :]]
                content = b"".join(lines)
                continue
            case 7:
                times = chance.choice((1, 1, 1, 3, 5000))
                put = chance.choice(SNIPPETS).encode() * times
                content = (content[:place] + put + content[place:])[:LARGEST]
                continue
            case 8:
                content = content[:place]
                continue
        content = b"\n".join(lines)[:LARGEST]
    return content


def harm_of(content: bytes, path: Path, commands: list[str]) -> str | None:
    """Return what a file does that it should not, or None.

    Args:
        content: The file's content.
        path: Where to put it.
        commands: The commands to run on it.
    """
    path.write_bytes(content)
    steps = [lambda: load_or_refuse(path)]
    steps += [lambda name=name: run_on(name, path) for name in commands]  # type: ignore[misc]
    for step in steps:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS * (1 if step is steps[0] else 5))
        try:
            step()
        except Exception:
            return traceback.format_exc()
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def main() -> int:
    """Run for as many minutes as asked.

    Returns:
        The exit code: 1 if a file did harm.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=None, help="the same seed, the same files")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(10**6)
    chance = random.Random(seed)
    print(f"Seed {seed}, for {options.minutes:g} minutes.", flush=True)
    seeds = [
        path.read_bytes()
        for name in SEEDS
        for path in sorted((ROOT / name).iterdir())
        if path.is_file() and path.suffix != ".txt"
    ]
    signal.signal(signal.SIGVTALRM, _too_long)
    commands, tried, kept = commands_of_files(), 0, set[str]()
    end = time.monotonic() + options.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        while time.monotonic() < end:
            content = damaged(chance.choice(seeds), seeds, chance)
            # The commands read files with the loader; each tenth file shows that they do.
            here = commands if tried % 10 == 0 else []
            harm = harm_of(content, Path(folder, "awkward.yaml"), here)
            tried += 1
            if harm and harm not in kept:
                kept.add(harm)
                target = CORPUS / f"found-{sha256(content).hexdigest()[:10]}.yaml"
                target.write_bytes(content)
                print(f"{target.relative_to(ROOT)}:\n{harm}", flush=True)
        os.chdir(ROOT)
    print(f"{tried:,} files tried, {len(kept)} did harm.")
    return 1 if kept else 0


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError


if __name__ == "__main__":
    sys.exit(main())
