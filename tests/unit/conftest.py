"""Boards and a discussion for tests of rooms."""

from tests.talk import *  # noqa: F403
