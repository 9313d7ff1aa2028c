"""The distance list answers no question (PB-12): a count of guesses, and the pages themselves.

The model of a month on the boards stands in `oracle_world.py`, what can be counted and guessed in
`oracle_guesses.py`; both use the code that decides. That the pages show what the model says is
proved here with real posts, real people and real pages.
"""

import random
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from community import promises
from community.accounts.models import User
from community.core import limits
from community.safety import distance
from community.safety import distance_queries as asked
from forum.discussion import services
from forum.forum_conversation.models import Topic

from .distance_cast import KAI, identified, named
from .oracle_guesses import best_guess, counted
from .oracle_world import a_world, as_a_plain_block, as_built

TRIALS = 1_000
MOST_RIGHT = 0.55
HOURS_25 = timedelta(hours=25)


@pytest.fixture(autouse=True)
def switched_on(settings, monkeypatch) -> None:
    """The list is on; what is written is shown at once, by day and by night."""
    settings.DISTANCE_LIST = True
    monkeypatch.setattr(promises, "FIRST_POSTS_READ", 0)
    monkeypatch.setattr(promises, "is_reading_time", lambda now=None: True)


@pytest.fixture(scope="module")
def worlds() -> list:
    """As many worlds to learn from as to be asked in; in half of them the person is a member."""
    luck = random.Random(2026)
    choices = [luck.random() < 0.5 for _ in range(2 * TRIALS)]
    return [(a_world(luck, is_here=here), here) for here in choices]


def right(worlds: list, rule, **how) -> float:
    counts = [(counted(world, rule, **how), here) for world, here in worlds]
    return best_guess(counts[:TRIALS], counts[TRIALS:])


def test_PB_12_the_best_guess_is_right_in_55_of_100_at_most(worlds):
    assert right(worlds, as_built) <= MOST_RIGHT


def test_PB_12_the_same_guessers_see_through_a_plain_block(worlds):
    """So the guessers are no fools: hiding what stood there already would have told."""
    assert right(worlds, as_a_plain_block) > 0.57


# --- the pages -------------------------------------------------------------------------------


class Evening:
    """A few people who write on a closed board, and what one of them can see of it."""

    def __init__(self, board, writers: list[User], reader: User, client, clock, luck):
        self.board, self.writers, self.reader = board, writers, reader
        self.client, self.clock, self.luck = client, clock, luck
        self.posts: list = []
        self.topics: list = []

    def passes(self, posts: int) -> None:
        """Some posts and now and then one taken back, minutes or hours apart."""
        for _ in range(posts):
            self.clock.shift(timedelta(minutes=self.luck.randint(1, 90)))
            with limits.lifted():
                self._write(self.luck.choice(self.writers))
            answers = [one for one in self.posts if one.topic.first_post_id != one.pk]
            if answers and self.luck.random() < 0.2:
                self._take_back(self.luck.choice(answers))

    def _write(self, writer: User) -> None:
        words = f"sanottu-{len(self.posts)}."
        if not self.topics or self.luck.random() < 0.35:
            title = f"Aihe {len(self.topics)}"
            written = services.start(self.board, title=title, body=words, language="fi", by=writer)
            self.topics.append(Topic.objects.get(pk=written.post.topic_id))
        else:
            topic = Topic.objects.get(pk=self.luck.choice(self.topics).pk)
            written = services.reply(topic, body=words, by=writer)
        assert not written.is_held
        written.post.refresh_from_db()
        written.post.byline.refresh_from_db()
        self.posts.append(written.post)

    def _take_back(self, post) -> None:
        post.byline.refresh_from_db()
        if post.byline.withdrawn_at is None:
            services.withdraw(post, by=post.poster)
            post.byline.refresh_from_db()

    def on_the_pages(self) -> tuple[list[str], set[str], int]:
        """What the reader is shown: topics in their order, words, how many grey lines."""
        board = self.client.get(reverse("talk:board", args=[self.board.ref])).content.decode()
        titles = re.findall(r"Aihe \d+", board)
        words, lines = set(), 0
        for topic in self.topics:
            page = self.client.get(reverse("talk:topic", args=[topic.trait.ref]))
            assert (page.status_code == 200) == (f"Aihe {self.topics.index(topic)}" in titles)
            if page.status_code == 200:
                words.update(re.findall(r"sanottu-\d+", page.content.decode()))
                lines += page.content.decode().count('class="grey-line"')
        return titles, words, lines

    def by_the_model(self) -> tuple[list[str], set[str], int]:
        """The same, by the windows alone."""
        windows = asked.windows(User.objects.get(pk=self.reader.pk))

        def hidden(person_id, at) -> bool:
            return any(window.hides(person_id, at) for window in windows)

        def reaches(post) -> bool:
            first = openings[post.topic_id]
            return not hidden(first.poster_id, first.byline.shown_at) and not hidden(
                post.poster_id, post.byline.shown_at
            )

        openings = {one.topic_id: one for one in reversed(self.posts)}
        reach = [one for one in self.posts if reaches(one)]
        shown = [one for one in reach if one.byline.withdrawn_at is None]
        gone = [one for one in reach if one.byline.withdrawn_at]
        latest = {one.topic_id: one.byline.shown_at for one in shown}
        order = sorted(latest, key=lambda pk: latest[pk], reverse=True)
        numbers = {topic.pk: number for number, topic in enumerate(self.topics)}
        lines = sum(
            any(
                other.topic_id == one.topic_id
                and other.poster_id != one.poster_id
                and other.byline.shown_at > one.byline.shown_at
                for other in shown
            )
            for one in gone
        )
        words = {f"sanottu-{self.posts.index(one)}" for one in shown}
        return [f"Aihe {numbers[pk]}" for pk in order], words, lines


@pytest.mark.parametrize("trial", range(8))
def test_PB_12_the_pages_show_what_the_model_says(
    trial, members_board, aino, mikko, person, signed_in, evening
):
    """Before it begins, while it holds, after it was taken off: eight evenings, by chance."""
    luck, is_here = random.Random(trial), trial % 2 == 0
    identified(aino, "010190Y901R")
    kai = person("Harmaa kivi")
    if is_here:
        identified(kai, "010190-900P", **KAI)
    writers = [kai, mikko, person("Vihreä oksa")]
    place = Evening(members_board, writers, aino, signed_in(aino), evening, luck)

    def look() -> set[str]:
        titles, words, lines = place.on_the_pages()
        assert (titles, words, lines) == place.by_the_model()
        return words

    place.passes(5)
    at_first = look()
    entry = named(aino)
    place.passes(2)
    assert distance.meet() == (entry.begins_at <= timezone.now() and is_here)
    evening.move_to(max(entry.begins_at, timezone.now()) + timedelta(minutes=10))
    before = look()
    distance.meet()
    assert look() == before  # nothing vanishes when it begins
    place.passes(6)
    look()
    distance.take_off(entry.ref, by=aino)
    evening.shift(HOURS_25)
    during = look()
    distance.let_go()
    assert look() == during  # and nothing comes back when it ends
    place.passes(3)
    now = look()
    taken_back = {
        f"sanottu-{number}"
        for number, post in enumerate(place.posts)
        if post.byline.withdrawn_at is not None
    }
    assert at_first - taken_back <= now
    assert len(asked.windows(User.objects.get(pk=aino.pk))) == is_here
    if not is_here:
        assert len(now) == len(place.posts) - len(taken_back)


def test_PB_11_the_named_person_sees_nothing_of_the_one_who_named(
    members_board, aino, mikko, person, signed_in, evening
):
    """From that side everything is gone at once: the one who named wanted to be safe."""
    identified(aino, "010190Y901R")
    kai = identified(person("Harmaa kivi"), "010190-900P", **KAI)
    own = services.start(members_board, title="Aihe 0", body="sanottu-0", language="fi", by=aino)
    page = reverse("talk:topic", args=[own.post.topic.trait.ref])
    assert signed_in(kai).get(page).status_code == 200
    named(aino)
    evening.shift(HOURS_25)
    distance.meet()
    assert signed_in(kai).get(page).status_code == 404
    assert signed_in(mikko).get(page).status_code == 200
    assert signed_in(aino).get(page).status_code == 200


def test_PB_12_on_boards_open_to_everyone_signing_out_tells_nothing(
    open_board, aino, person, signed_in, client, evening
):
    identified(aino, "010190Y901R")
    kai = identified(person("Harmaa kivi"), "010190-900P", **KAI)
    named(aino)
    evening.shift(HOURS_25)
    distance.meet()
    said = services.start(open_board, title="Aihe 0", body="sanottu-0", language="fi", by=kai)
    page = reverse("talk:topic", args=[said.post.topic.trait.ref])
    assert client.get(page).status_code == signed_in(aino).get(page).status_code == 200
