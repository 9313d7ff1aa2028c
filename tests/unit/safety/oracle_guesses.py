"""What an attacker can count, and the best guess that can be made of it."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import timedelta

from .oracle_world import DAYS, FULL, GROUPS, START, World

HOUR = timedelta(hours=1)
Rule = Callable


def counted(world: World, rule: Rule, *, lines_of_hidden: bool = False) -> list[float]:
    """Everything that can be counted on the pages, before against after.

    `lines_of_hidden`: whether an answered hidden post leaves a grey line, as a blocked one does.
    """
    added, end = world.added_at, START + timedelta(days=2 * DAYS)
    seen, vanishings, lines = [], [], []
    last_seen: dict[int, object] = {}
    fates = [(post, *rule(world, post)) for post in world.posts]
    for post, never, _vanishes in fates:
        if not never:
            last_seen[post.topic] = post.shown_at
    for post, never, vanishes in fates:
        answered = last_seen.get(post.topic, START) > post.shown_at
        if never:
            if lines_of_hidden and answered:
                lines.append(post.shown_at)
            continue
        seen.append(post)
        gone = post.gone_at
        if vanishes and (gone is None or gone > world.window.since):
            gone = world.window.since
        if gone and gone < end:
            vanishings.append(gone)
            if answered:
                lines.append(gone)
    after = [one for one in seen if one.shown_at >= added]
    before = [one for one in seen if one.shown_at < added]
    hours = Counter(int((at - START) / HOUR) for at in vanishings if at >= added)
    first_day = [at for at in vanishings if added <= at < added + timedelta(hours=25)]
    return [
        len(first_day),
        max(hours.values(), default=0),
        _change([at for at in vanishings if at >= added], [at for at in vanishings if at < added]),
        _change(after, before),
        _change({one.topic for one in after}, {one.topic for one in before}),
        _change(_names(after), _names(before)),
        _change([at for at in lines if at >= added], [at for at in lines if at < added]),
        len(_fell_silent(seen, added)),
        _most_by_one_name(before) - _most_by_one_name(after),
        _no_seat(world),
    ]


def _change(after, before) -> float:
    return math.log((len(after) + 1) / (len(before) + 1))


def _names(posts) -> set[tuple[int, int]]:
    """New names in each topic: all that can be told of who writes."""
    return {(one.topic, one.writer) for one in posts}


def _fell_silent(posts, added) -> list:
    """Names that wrote twice lately and then no more, in topics that went on."""
    near, by_name, topics = timedelta(days=4), defaultdict(list), defaultdict(list)
    for one in posts:
        by_name[one.topic, one.writer].append(one.shown_at)
        topics[one.topic].append(one.shown_at)
    return [
        name
        for name, times in by_name.items()
        if sum(added - near <= at < added for at in times) >= 2
        and max(times) < added + timedelta(days=1)
        and max(topics[name[0]]) > added + timedelta(days=1)
    ]


def _most_by_one_name(posts) -> int:
    return max(Counter((one.topic, one.writer) for one in posts).values(), default=0)


def _no_seat(world: World) -> int:
    """In how many groups one gets no seat: full and a conflict look alike."""
    free = GROUPS - world.groups_of_target
    return world.groups_of_target + sum(world.luck.random() < FULL for _ in range(free))


def best_guess(known: list, asked: list) -> float:
    """How often the best of all guessers is right on worlds it has not seen.

    One guesser for each count, with the dividing value and side that served best on the known
    worlds; one more that weighs all counts (logistic regression on the known worlds).
    """
    ways = range(len(known[0][0]))
    rights = [_right(asked, *_divide(known, way), way) for way in ways]
    return max(*rights, _weighed(known, asked))


def _divide(known: list, way: int) -> tuple[float, bool]:
    values = sorted({counts[way] for counts, _here in known})
    steps = values[:: max(1, len(values) // 40)]
    choices = ((value, above) for value in steps for above in (True, False))
    return max(choices, key=lambda one: _right(known, *one, way))


def _right(worlds: list, value: float, above: bool, way: int) -> float:
    right = sum(((counts[way] > value) == above) == here for counts, here in worlds)
    return right / len(worlds)


def _weighed(known: list, asked: list, rounds: int = 60, pace: float = 0.5) -> float:
    ways = range(len(known[0][0]))
    means = [sum(c[w] for c, _ in known) / len(known) for w in ways]
    wides = [
        math.sqrt(sum((c[w] - means[w]) ** 2 for c, _ in known) / len(known)) or 1 for w in ways
    ]

    def row(counts) -> list[float]:
        return [1.0, *((counts[w] - means[w]) / wides[w] for w in ways)]

    rows = [(row(counts), here) for counts, here in known]
    weights = [0.0] * (len(ways) + 1)
    for _ in range(rounds):
        slope = [0.0] * len(weights)
        for values, here in rows:
            wrong = here - 1 / (1 + math.exp(-_sum(weights, values)))
            for place, value in enumerate(values):
                slope[place] += wrong * value
        weights = [w + pace * s / len(rows) for w, s in zip(weights, slope, strict=True)]
    right = sum((_sum(weights, row(counts)) > 0) == here for counts, here in asked)
    return right / len(asked)


def _sum(weights: list[float], values: list[float]) -> float:
    return sum(w * v for w, v in zip(weights, values, strict=True))
