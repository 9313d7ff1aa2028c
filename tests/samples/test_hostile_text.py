"""Hostile text from the real lists: rendered or refused, never executed, never long."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.urls import reverse

from community.core import limits, text
from forum.discussion import services
from moderation.kinds import kind_of

from .allowed import inside, wrong_in

pytestmark = pytest.mark.samples
A_BATCH = 60
# What held the old renderer for minutes or broke it (dependencies.md M14).
HEAVY = {
    "links": "[x](" * 2500,
    "brackets": "[" * 10_000,
    "backticks": "`" * 10_000,
    "ticks and stars": "`*" * 5_000,
    "quotes": ">" * 10_000,
    "nested quotes": "\n".join(">" * depth + " a" for depth in range(130)),
    "tabs": "\t" * 10_000,
    "stars": "*a " * 3_300,
    "underscores": "_a" * 5_000,
    "lists": "\n".join(" " * depth + "- a" for depth in range(135)),
    "angles": "<" * 10_000,
    "autolinks": "<http://a" * 1_100,
    "emphasis": "**a *b " * 1_400,
    "zalgo": "h" + "\u0301" * 9_999,
}


@contextmanager
def not_forever(seconds: int) -> Iterator[None]:
    """A guard against a hang, not a measure of speed (that is the bench's)."""

    def stop(*_) -> None:
        raise TimeoutError("rendering took for ever")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


@pytest.fixture(scope="module")
def strings(samples) -> list[str]:
    """Every hostile string of the three lists that fits into a message."""
    folder = samples / "hostile"
    pairs = json.loads((folder / "commonmark-0.31-spec-tests.json").read_text(encoding="utf-8"))
    lists = [
        json.loads((folder / "blns.json").read_text(encoding="utf-8")),
        (folder / "xss-payloads.txt").read_text(encoding="utf-8", errors="replace").splitlines(),
        [pair["markdown"] for pair in pairs],
    ]
    return [line for lines in lists for line in lines if line]


def test_SE_13_every_hostile_string_renders_to_the_allowed_few(strings):
    assert len(strings) > 4_000
    with not_forever(120):
        wrong = {line: found for line in strings if (found := wrong_in(text.render(line)))}
    assert not wrong


def plain_heading(html: str) -> str:
    """The desk shows the title in a heading of our own."""
    return html.replace("<h3>", "").replace("</h3>", "")


@pytest.mark.parametrize("name", HEAVY)
def test_M14_a_text_made_to_be_heavy_is_rendered_all_the_same(name):
    with not_forever(10):
        assert not wrong_in(text.render(HEAVY[name][:10_000]))


def test_SE_13_written_and_read_through_our_doors_nothing_gets_through(
    strings, open_board, mikko, salla, let_through, signed_in, client
):
    """Page, list and desk show hostile titles and texts as plain words."""
    desk_reader = signed_in(salla)
    batches = [strings[start : start + A_BATCH] for start in range(0, len(strings), A_BATCH)]
    with limits.lifted():
        for batch in batches[::4]:
            body, title = "\n\n".join(batch)[:10_000], (batch[0].strip() or "x")[:100]
            written = services.start(open_board, title=title, body=body, language="fi", by=mikko)
            revision = written.post.byline.latest
            assert not wrong_in(plain_heading(kind_of(revision).html(revision)))
            if written.is_held:
                assert desk_reader.get(reverse("desk:queue")).status_code == 200
                let_through(written.post)
            page = client.get(reverse("talk:topic", args=[written.post.topic.trait.ref]))
            assert page.status_code == 200
            assert not wrong_in(inside(page.content.decode(), "message__text"))
    listed = client.get(reverse("talk:board", args=[open_board.ref])).content.decode()
    assert "<svg onload" not in listed and "<img" not in listed
