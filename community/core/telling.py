"""Words that tell too much in a title, an address or a subject line. Knows no page and no mail."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).with_name("telling_words.toml")


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def words_in(text: str, language: str) -> list[str]:
    """The telling words of a text; a language without a list is held to all of them."""
    lists = _lists()
    chosen = [lists[language]] if language in lists else list(lists.values())
    return [word for words in chosen for word in _found(text.casefold(), words)]


def _found(text: str, words: dict[str, list[str]]) -> list[str]:
    anywhere = [part for part in words["contains"] if part.casefold() in text]
    whole = [word for word in words["words"] if re.search(rf"\b{re.escape(word)}\b", text)]
    return anywhere + whole
