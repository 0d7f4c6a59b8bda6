"""Whatever is done to an activity of any kind, it loads or is refused in whole sentences."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.activities.kinds import KINDS
from tools.fuzz import damaged

from ..hard_inputs import load_or_refuse

ROOT = Path(__file__).parents[2]
FILES = [path.read_bytes() for path in sorted((ROOT / "notebooks/activities").glob("*.yaml"))]


def first_of(kind: str) -> bytes:
    return next(each for each in FILES if f"type: {kind}\n".encode() in each)


@pytest.mark.parametrize("kind", KINDS)
@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_a_damaged_activity_loads_or_is_refused(kind: str, chance: Random) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "activity.yaml")
        path.write_bytes(damaged(first_of(kind), FILES, chance))
        assert load_or_refuse(path) == load_or_refuse(path)
