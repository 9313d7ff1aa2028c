"""The generated table: every person × every thing of talk; the rule says yes exactly when the
filter returns it (house.md 4), and no model is visible that nobody wrote a filter for."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from machina.apps.forum.models import Forum

from community.access import boards, posts, topics
from community.access.verdict import Verdict
from community.access.visible import _FILTERS, NOTHING, visible_to
from community.accounts.models import User
from community.core import limits
from forum.discussion import services
from forum.forum_conversation.models import Post, Topic

CAST = ("nobody", "aino", "mikko", "salla", "laine", "ville", "outi", "closed")


@pytest.fixture
def everything(
    open_board,
    members_board,
    careful_board,
    aino,
    mikko,
    salla,
    laine,
    ville,
    outi,
    person,
    let_through,
) -> dict[str, object]:
    """Shown, waiting and withdrawn words on every board; and the whole cast."""
    with limits.lifted():
        write_everywhere(
            (open_board, members_board, careful_board), aino, mikko, ville, outi, let_through
        )
    closed = person("Suljettu")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    cast = {"nobody": AnonymousUser(), "closed": User.objects.get(pk=closed.pk)}
    for someone in (aino, mikko, salla, laine, ville, outi):
        cast[someone.pseudonym.lower()] = User.objects.get(pk=someone.pk)
    return cast


def write_everywhere(all_boards, aino, mikko, ville, outi, let_through) -> None:
    for board in all_boards:
        opened = services.start(board, title="Aihe", body="Teksti", language="fi", by=mikko).post
        let_through(opened)
        topic = Topic.objects.get(pk=opened.topic_id)
        services.reply(topic, body="Odottaa", by=aino)
        taken_back = services.reply(topic, body="Peruttu", by=ville).post
        services.withdraw(taken_back, by=ville)
        services.start(board, title="Odottaa", body="Teksti", language="fi", by=aino)
        gone = services.start(board, title="Peruttu", body="Teksti", language="fi", by=outi).post
        services.withdraw(gone, by=outi)


RULES = (
    (Forum, boards.may_read, lambda: Forum.objects.all()),
    (Topic, topics.may_read, lambda: Topic.objects.select_related("trait")),
    (Post, posts.may_read, lambda: Post.objects.select_related("topic__trait", "byline")),
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


def test_SE_10_what_nobody_wrote_a_filter_for_is_not_visible(mikko):
    for model in apps.get_models():
        if model._meta.label_lower not in _FILTERS:
            assert visible_to(mikko, model) == NOTHING


def test_SE_10_every_filter_names_a_model_and_a_function_that_are_there(mikko):
    for label in _FILTERS:
        model = apps.get_model(label)
        list(model._base_manager.filter(visible_to(mikko, model))[:1])


def test_a_closed_account_may_do_no_more_than_a_visitor(everything):
    assert boards.rights_of(everything["closed"]) == boards.rights_of(AnonymousUser())
