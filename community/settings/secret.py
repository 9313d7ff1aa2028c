"""A key of its own for each demo, made once and kept beside its data: none stands in the code."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_secret(folder: Path, name: str = "secret") -> str:
    """The folder's key; made readable by its owner only on first use."""
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(get_random_secret_key())
    return path.read_text()
