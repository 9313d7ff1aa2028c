"""The generated table: every person × every thing of talk and groups; the rule says yes exactly
when the filter returns it (house.md 4), and no model is visible that nobody wrote a filter for.

Among the people are two who are parted, each way, and one who hides everything.
"""

from collections.abc import Iterator

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone, translation
from machina.apps.forum.models import Forum

from community.access import boards, groups, posts, topics
from community.access.verdict import Verdict
from community.access.visible import _FILTERS, NOTHING, visible_to
from community.accounts.models import Role, User
from community.core import limits
from community.groups.models import Message, PeerGroup, Seat
from community.groups.services import hide
from community.safety.blocking import block
from forum.discussion import services
from forum.forum_conversation.models import Post, Topic
from tests.conftest import EVENING, signed_up, verified
from tests.talk import make_board, reader
from tests.unit.groups import setting

CAST = (
    "nobody", "aino", "mikko", "salla", "laine", "ville", "outi", "closed",
    "varjo", "helle", "piilo",
)  # fmt: skip
ROLES = {
    "salla": (Role.Kind.VOLUNTEER, Role.Kind.MODERATOR),
    "ville": (Role.Kind.FACILITATOR,),
    "outi": (Role.Kind.COORDINATOR,),
}


@pytest.fixture(scope="module")
def _everything(django_db_setup, django_db_blocker) -> Iterator[dict[str, int]]:
    """Shown, waiting and withdrawn words on every board and in a room; and the whole cast's keys.

    Made once, for every test here only reads. Varjo blocked Mikko and is blocked by Aino; Helle
    blocked Ville, who leads the group; Piilo hides everything.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        with time_machine.travel(EVENING, tick=True), translation.override("fi"), limits.lifted():
            keys = {name: someone.pk for name, someone in _filled().items()}
        yield keys
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture
def everything(_everything, db) -> dict[str, object]:
    """The cast as a request would read them, each anew."""
    people = {name: User.objects.get(pk=key) for name, key in _everything.items()}
    return {"nobody": AnonymousUser(), **people}


def _filled() -> dict[str, User]:
    cast = {name: signed_up(name.capitalize(), *ROLES.get(name, ())) for name in CAST[1:]}
    names = ("aino", "mikko", "ville", "outi", "helle", "varjo", "piilo")
    aino, mikko, ville, outi, helle, varjo, piilo = (cast[name] for name in names)
    verified(cast["laine"], by=outi)
    let_through = reader(cast["salla"])
    all_boards = (
        make_board("open", "everyone"),
        make_board("members", "members", naming="per_topic"),
        make_board("careful", "everyone", holds="all"),
    )
    write_everywhere(all_boards, aino, mikko, ville, outi, let_through)
    for someone in (varjo, piilo):
        write_everywhere(all_boards, helle, someone, aino, mikko, let_through)
    for topic in Topic.objects.filter(poster=mikko, approved=True):
        answer(topic, let_through, varjo, piilo, aino)
    talk_in_a_room(ville, aino, mikko, varjo, helle, piilo)
    for by, about in ((varjo, mikko), (aino, varjo), (helle, ville)):
        block(about, place="topic:x", shown_name="Joku", by=by)
    User.objects.filter(pk=cast["closed"].pk).update(is_active=False)
    User.objects.filter(pk=piilo.pk).update(hidden_at=timezone.now())
    return cast


def talk_in_a_room(ville, *people) -> None:
    """Everybody says something; one message of each of the first two is hidden."""
    group = setting.found_group(ville)
    setting.begin(group, ville, *people)
    said = [setting.say(group, one, "Sana") for one in (ville, *people, *people)]
    for message in said[1:4]:
        hide(message, by=ville)


def write_everywhere(all_boards, aino, mikko, ville, outi, let_through) -> None:
    for board in all_boards:
        opened = services.start(board, title="Aihe", body="Teksti", language="fi", by=mikko).post
        let_through(opened)
        topic = Topic.objects.get(pk=opened.topic_id)
        answer(topic, let_through, aino, mikko, outi)
        services.reply(topic, body="Odottaa", by=aino)
        taken_back = services.reply(topic, body="Peruttu", by=ville).post
        services.withdraw(taken_back, by=ville)
        services.start(board, title="Odottaa", body="Teksti", language="fi", by=aino)
        gone = services.start(board, title="Peruttu", body="Teksti", language="fi", by=outi).post
        services.withdraw(gone, by=outi)


def answer(topic, let_through, *writers) -> None:
    """Each of them answers, one after the other, and it is shown."""
    for writer in writers:
        written = services.reply(topic, body="Vastaus", by=writer)
        if written.is_held:
            let_through(written.post)


TALK = (Topic, Post, Message, Seat)
RULES = (
    (Forum, boards.may_read, lambda: Forum.objects.all()),
    (Topic, topics.may_read, lambda: Topic.objects.select_related("trait")),
    (Post, posts.may_read, lambda: Post.objects.select_related("topic__trait", "byline")),
    (PeerGroup, groups.may_see, lambda: PeerGroup.objects.all()),
    (Message, groups.may_read, lambda: Message.objects.select_related("group", "session")),
    (Seat, groups.may_know_seat, lambda: Seat.objects.select_related("group")),
)


def test_SE_10_rule_and_filter_say_the_same_for_everybody(everything):
    asked = 0
    for name in CAST:
        viewer = everything[name]
        for model, rule, every in RULES:
            seen = set(model.objects.filter(visible_to(viewer, model)).values_list("pk", flat=True))
            for thing in every():
                verdict = rule(viewer, thing)
                assert bool(verdict) == (thing.pk in seen), f"{name}: {model.__name__} {thing.pk}"
                assert verdict or verdict.is_concealed
                asked += 1
    assert asked > 200


def test_PB_09_a_grey_line_stays_exactly_where_the_rule_says_and_never_beside_the_words(everything):
    grey = 0
    for name in CAST:
        viewer = everything[name]
        left = set(Post.objects.filter(posts.traces(viewer)).values_list("pk", flat=True))
        seen = set(Post.objects.filter(visible_to(viewer, Post)).values_list("pk", flat=True))
        assert not left & seen
        for post in Post.objects.select_related("topic__trait", "byline"):
            assert posts.leaves_trace(viewer, post) == (post.pk in left), f"{name}: {post.pk}"
        grey += len(left)
    assert grey > 20


PARTED = (("varjo", "mikko"), ("mikko", "varjo"), ("aino", "varjo"), ("varjo", "aino"))


@pytest.mark.parametrize(("one", "other"), [*PARTED, ("aino", "piilo"), ("ville", "piilo")])
def test_PB_08_PR_06_nothing_of_somebody_one_may_not_meet_is_in_any_table(everything, one, other):
    viewer, hidden = everything[one], everything[other]
    seen = {model: model.objects.filter(visible_to(viewer, model)) for model in TALK}
    assert not seen[Post].filter(poster=hidden).exists()
    assert not seen[Post].filter(topic__poster=hidden).exclude(poster=viewer).exists()
    assert not seen[Topic].filter(poster=hidden).exists()
    for model in (Message, Seat):
        assert not seen[model].filter(person=hidden).exists()
        assert seen[model].filter(person=viewer).exists()


def test_PR_06_whoever_hides_everything_still_sees_the_own_words(everything):
    piilo = everything["piilo"]
    for model, whose in ((Post, "poster"), (Message, "person"), (Seat, "person")):
        assert model.objects.filter(visible_to(piilo, model), **{whose: piilo}).exists()


def test_PB_08_who_leads_a_group_now_is_neither_hidden_there_nor_hides(everything):
    ville, helle = everything["ville"], everything["helle"]
    for viewer, other in ((ville, helle), (helle, ville)):
        for model in (Message, Seat):
            there = model.objects.filter(visible_to(viewer, model))
            assert there.filter(person=other).exists()


@pytest.mark.parametrize("verb", [topics.may_reply, posts.may_withdraw])
def test_SE_10_no_verb_is_allowed_on_what_one_cannot_see(everything, verb):
    model = Topic if verb is topics.may_reply else Post
    for name in CAST:
        viewer = everything[name]
        seen = set(model.objects.filter(visible_to(viewer, model)).values_list("pk", flat=True))
        for thing in model.objects.all():
            verdict: Verdict = verb(viewer, thing)
            if thing.pk not in seen:
                assert verdict.is_concealed, f"{name} learns of {model.__name__} {thing.pk}"


def test_SE_10_what_nobody_wrote_a_filter_for_is_not_visible(everything):
    mikko = everything["mikko"]
    for model in apps.get_models():
        if model._meta.label_lower not in _FILTERS:
            assert visible_to(mikko, model) == NOTHING


def test_SE_10_every_filter_names_a_model_and_a_function_that_are_there(everything):
    mikko = everything["mikko"]
    for label in _FILTERS:
        model = apps.get_model(label)
        list(model._base_manager.filter(visible_to(mikko, model))[:1])


def test_a_closed_account_may_do_no_more_than_a_visitor(everything):
    assert boards.rights_of(everything["closed"]) == boards.rights_of(AnonymousUser())
