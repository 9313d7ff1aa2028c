"""Real files for the samples lane, from SAMPLES_DIR; without them these tests stand aside."""

import os
from pathlib import Path

import pytest

from tests.talk import *  # noqa: F403


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real files."""
    folder = Path(os.environ.get("SAMPLES_DIR") or "no folder is named")
    if not folder.is_dir():
        pytest.skip("no real files here: SAMPLES_DIR names no folder")
    return folder
