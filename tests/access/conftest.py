"""Everything a rule could be asked about: boards, discussions and posts in every state."""

from tests.talk import *  # noqa: F403
