"""A made-up month on closed boards, and what one member can see of it.

The assumptions stand in docs/decisions/distance-list-is-no-oracle.md; every number here is one of
them. What is hidden is decided by the code the site uses (`Window.hides`), not by the model.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from community import promises
from community.safety.distance_queries import Window

START = datetime(2026, 11, 1, tzinfo=UTC)
DAYS = 14  # the attacker watches so long before, and so long after
WRITERS = (50, 70)  # people who wrote on the closed boards in that month
POSTS_A_DAY = (-1.7, 1.0)  # of one writer, log-normal: most write little, some much
OPENS = 0.25  # of the posts open a topic
FOLLOWS = 0.5  # of the answers go to a topic in which one has written lately
LATELY = timedelta(days=4)
TAKEN_BACK = 0.05  # of the posts, by their writers or by moderators; after about a day
RESTS = 0.3  # of the weeks somebody is away
TARGET_WRITES = 0.5  # a member who is looked for wrote anything at all in that month
GROUPS, FULL, SITS = 3, 0.6, 0.1  # asked for a seat in three groups; the target sits in some
TARGET = 0


@dataclass
class Post:
    writer: int
    topic: int
    opener: int
    opened_at: datetime
    shown_at: datetime
    gone_at: datetime | None


@dataclass
class World:
    """What happened, and from when on the attacker's list hides whom (nobody, if not here)."""

    posts: list[Post]
    added_at: datetime
    window: Window | None
    groups_of_target: int
    luck: random.Random
    seen: list[Post] = field(default_factory=list)


def a_world(luck: random.Random, *, is_here: bool) -> World:
    """A month of a site on which the target is a member, or is not."""
    writers = luck.randint(*WRITERS)
    first = TARGET if is_here and luck.random() < TARGET_WRITES else 1
    mood = [luck.uniform(0.7, 1.3) for _ in range(2 * DAYS)]
    moments = [
        (START + timedelta(days=day, seconds=luck.randrange(86_400)), writer)
        for writer in range(first, writers)
        for day, count in enumerate(_days_of(luck, mood))
        for _ in range(count)
    ]
    added = START + timedelta(days=DAYS)
    least, most = promises.DISTANCE_BEGINS
    begins = added + least + (most - least) * luck.random()
    window = Window(TARGET, begins, None) if is_here else None
    sits = sum(luck.random() < SITS for _ in range(GROUPS)) if is_here else 0
    return World(_posts(luck, sorted(moments)), added, window, sits, luck)


def _days_of(luck: random.Random, mood: list[float]) -> list[int]:
    rate = luck.lognormvariate(*POSTS_A_DAY)
    weeks = [luck.random() >= RESTS for _ in range(2 * DAYS // 7)]
    return [_poisson(luck, rate * mood[day]) if weeks[day // 7] else 0 for day in range(2 * DAYS)]


def _poisson(luck: random.Random, mean: float) -> int:
    count, passed = 0, luck.expovariate(1)
    while passed < mean:
        count, passed = count + 1, passed + luck.expovariate(1)
    return count


def _posts(luck: random.Random, moments: list[tuple[datetime, int]]) -> list[Post]:
    posts: list[Post] = []
    openings: dict[int, Post] = {}
    own: dict[int, list[Post]] = defaultdict(list)
    begin = 0
    for at, writer in moments:
        while begin < len(posts) and posts[begin].shown_at < at - LATELY:
            begin += 1
        mine = [one for one in own[writer][-5:] if one.shown_at >= at - LATELY]
        if begin == len(posts) or luck.random() < OPENS:
            post = Post(writer, len(openings), writer, at, at, None)
            openings[post.topic] = post
        else:
            follows = mine and luck.random() < FOLLOWS
            to = luck.choice(mine) if follows else posts[luck.randrange(begin, len(posts))]
            post = Post(writer, to.topic, to.opener, to.opened_at, at, None)
        if luck.random() < TAKEN_BACK:
            post.gone_at = at + timedelta(days=luck.expovariate(1))
        posts.append(post)
        own[writer].append(post)
    return posts


def as_built(world: World, post: Post) -> tuple[bool, bool]:
    """Whether a post never reaches the attacker, and whether it vanishes when the list begins."""
    window = world.window
    if window is None:
        return False, False
    never = window.hides(post.writer, post.shown_at) or window.hides(post.opener, post.opened_at)
    return never, False


def as_a_plain_block(world: World, post: Post) -> tuple[bool, bool]:
    """The rule that was set aside: everything of the target vanishes when the list begins."""
    window = world.window
    if window is None or TARGET not in (post.writer, post.opener):
        return False, False
    return post.shown_at >= window.since, post.shown_at < window.since
