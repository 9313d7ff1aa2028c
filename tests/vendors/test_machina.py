"""Tripwires for django-machina 1.3.1: what it does that we rely on, and what must not reach us.

Each is named by the behaviour it protects; the rows are those of our notes on dependencies.
"""

from importlib import metadata

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connection
from django.template import engines
from django.urls import NoReverseMatch, reverse
from machina.apps.forum.models import Forum

from community.accounts.models import User
from forum.discussion import services
from forum.discussion.services.showing import show_post
from forum.forum_conversation.models import Post, Topic
from forum.forum_permission.handler import PermissionHandler
from tests.talk import *  # noqa: F403

LEFT_OUT = ("feeds", "search", "moderation", "polls", "attachments", "member")


def test_the_version_we_read_is_the_version_that_runs():
    assert metadata.version("django-machina") == "1.3.1"


@pytest.mark.parametrize("part", LEFT_OUT)
def test_M2_M4_M5_M6_M7_M20_the_parts_we_leave_out_are_not_there(part):
    assert not apps.is_installed(f"machina.apps.forum_{part}")
    for name in (f"forum_{part}:index", f"forum_{part}:latest_topics", f"forum_{part}:search"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_M28_no_migration_is_wanted_in_a_vendors_app(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_M1_M26_no_address_of_ours_names_a_forum(topic):
    for name in ("talk:topic", "talk:reply"):
        assert str(topic.forum_id) not in reverse(name, args=[topic.trait.ref]).split("/")


def test_M21_saving_a_post_leaves_a_lock_made_meanwhile(topic, mikko):
    post = Post.objects.get(pk=topic.first_post_id)
    Topic.objects.filter(pk=topic.pk).update(status=Topic.TOPIC_LOCKED)
    post.save()
    show_post(post, post.byline.latest)
    fresh = Topic.objects.get(pk=topic.pk)
    assert fresh.status == Topic.TOPIC_LOCKED and fresh.posts_count == 1


def test_M11_M19_M22_nobody_deletes_a_post_a_topic_or_a_person_with_words(topic, mikko):
    for thing in (topic, topic.first_post):
        with pytest.raises(TypeError):
            thing.delete()
    with pytest.raises(Exception, match="protected"):
        mikko.delete()
    assert Post.objects.filter(pk=topic.first_post_id).exists()


def test_M12_no_word_of_a_member_stands_in_the_vendors_markup_field(topic):
    rows = "SELECT content, _content_rendered, subject FROM forum_conversation_post"
    with connection.cursor() as cursor:
        cursor.execute(rows)
        for row in cursor.fetchall():
            assert not any(row)
    template = engines["django"].from_string("{{ post.content|truncatechars:90 }}")
    assert template.render({"post": topic.first_post}) == ""


def test_M23_the_slug_tells_nothing(topic):
    assert topic.slug == "t"


def test_M24_a_topic_and_its_first_post_come_together_or_not_at_all(open_board, mikko, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError("the power went")

    monkeypatch.setattr("forum.discussion.services.writing.desk.submit", breaks)
    with pytest.raises(RuntimeError):
        services.start(open_board, title="Aihe", body="Teksti", language="fi", by=mikko)
    assert not Topic.objects.exists() and not Post.objects.exists()


def test_M8_views_of_a_topic_write_nothing(topic, client):
    client.get(reverse("talk:topic", args=[topic.trait.ref]))
    assert Topic.objects.get(pk=topic.pk).views_count == 0


def test_M3_M16_the_vendors_handler_answers_from_our_rules_and_no_to_the_rest(
    topic, members_board, mikko
):
    handler, forum = PermissionHandler(), members_board.forum
    mikko = User.objects.get(pk=mikko.pk)  # rights are read once per object
    assert not handler.can_read_forum(forum, AnonymousUser())
    assert handler.can_read_forum(forum, mikko) and handler.can_add_post(topic, mikko)
    assert not handler.can_delete_post(topic.first_post, mikko)
    assert not handler.can_vote_in_poll(None, mikko)


def test_the_tree_holds_after_boards_are_set_up_again(open_board, members_board):
    call_command("check")
    before = list(Forum.objects.order_by("pk").values("pk", "lft", "rght", "level", "tree_id"))
    open_board.save()
    assert before == list(
        Forum.objects.order_by("pk").values("pk", "lft", "rght", "level", "tree_id")
    )
