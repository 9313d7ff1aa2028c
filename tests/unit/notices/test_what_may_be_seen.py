"""Whatever people follow, block, take back and hide: a notice is there for news one may see."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from community.access import boards
from community.accounts.models import User
from community.core.errors import Concealed, Refused
from community.notifications import queries
from community.notifications import services as notices
from community.safety import blocking
from forum.discussion import services
from forum.forum_permission.models import ForumPermission, UserForumPermission

pytestmark = pytest.mark.django_db
WHO = st.integers(0, 2)
STEP = st.one_of(
    st.tuples(st.just("level"), WHO, st.sampled_from(["watch", "mute"])),
    st.tuples(st.just("write"), WHO, st.none()),
    st.tuples(st.just("write"), WHO, st.none()),
    st.tuples(st.just("take back"), st.integers(0, 5), st.none()),
    st.tuples(st.just("block"), WHO, WHO),
    st.tuples(st.just("see"), WHO, st.none()),
    st.tuples(st.just("hide"), WHO, st.none()),
    st.tuples(st.just("shut out"), WHO, st.none()),
)


class World:
    """What is true of three people in one discussion of the first one's, by our own words."""

    def __init__(self):
        self.posts: list[dict] = []
        self.levels = dict.fromkeys(range(3), "watch")
        self.since: dict[int, int] = {}  # who has a notice, and from which post on
        self.parted: set[frozenset[int]] = set()
        self.hidden: set[int] = set()
        self.shut_out: set[int] = set()

    def sees_people(self, viewer: int, other: int) -> bool:
        return viewer == other or (
            other not in self.hidden and frozenset((viewer, other)) not in self.parted
        )

    def sees(self, viewer: int, post: dict) -> bool:
        return (
            viewer not in self.shut_out
            and not post["gone"]
            and self.sees_people(viewer, 0)
            and self.sees_people(viewer, post["by"])
        )

    def wrote(self, who: int) -> None:
        self.since.pop(who, None)
        self.posts.append({"by": who, "gone": False})
        number = len(self.posts) - 1
        for viewer, level in self.levels.items():
            listens = level == "watch" and viewer != who and viewer not in self.hidden
            if listens and self.sees(viewer, self.posts[number]):
                self.since.setdefault(viewer, number)

    def has_news(self, viewer: int) -> bool:
        if viewer not in self.since:
            return False
        later = self.posts[self.since[viewer] :]
        return any(post["by"] != viewer and self.sees(viewer, post) for post in later)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(STEP, min_size=3, max_size=10))
def test_SE_10_a_notice_is_there_exactly_when_there_is_news_one_may_see(
    topic, open_board, mikko, aino, ville, write, told, evening, steps
):
    with transaction.atomic():
        world, people, written = World(), [mikko, aino, ville], []
        for person in people:
            notices.follow(topic.trait.place, "watch", by=person)
        for step in steps:
            evening.shift(timedelta(seconds=1))
            do(step, world, people, written, topic, open_board, write, told)
            for place, person in enumerate(people):
                fresh = User.objects.get(pk=person.pk)
                said = queries.has_news(fresh, kind="answers")
                assert said is world.has_news(place), (steps, step, place)
                listed = [line for line in queries.inbox(fresh).lines if "#" not in line.url]
                assert any(line.is_new for line in listed) is said
        transaction.set_rollback(True)


def do(step, world, people, written, topic, board, write, told) -> None:
    what, who, other = step
    if what == "take back":
        if who < len(written) and not world.posts[who]["gone"]:
            post = written[who]
            try:
                told(lambda: services.withdraw(post, by=anew(post.poster)))
            except Concealed:
                return
            world.posts[who]["gone"] = True
        return
    person = anew(people[who])
    if what == "level":
        notices.follow(topic.trait.place, other, by=person)
        world.levels[who] = other
        if other == "mute":
            world.since.pop(who, None)
    elif what == "write":
        try:
            written.append(write(topic, person))
        except (Concealed, Refused):
            return
        world.wrote(who)
    elif what == "block" and who != other:
        told(
            lambda: blocking.block(
                people[other], place=topic.trait.place, shown_name="x", by=person
            )
        )
        world.parted.add(frozenset((who, other)))
    elif what == "see":
        notices.see_all(by=person)
        world.since.pop(who, None)
    elif what == "hide":
        User.objects.filter(pk=person.pk).update(hidden_at="2026-11-17T16:00Z")
        world.hidden.add(who)
    elif what == "shut out":
        deny = {"forum": board.forum, "user": person, "has_perm": False}
        UserForumPermission.objects.get_or_create(
            permission=ForumPermission.objects.get(codename=boards.READ), **deny
        )
        world.shut_out.add(who)


def anew(person: User) -> User:
    """As a new request reads the person."""
    return User.objects.get(pk=person.pk)
