"""Leaving for good: remove the words, or leave them without oneself (PR-07)."""

import pytest
from django.db import connection
from django.urls import reverse

from community.accounts import changes
from community.accounts.models import (
    Alias,
    Change,
    FormerIdentity,
    Identity,
    OpenSession,
    User,
)
from community.audit.models import Entry
from community.core.knowing import Choice
from community.groups import services as groups
from community.groups.models import SeatRequest
from community.notifications.models import Following
from community.privacy import services
from community.safety.models import Block
from forum.discussion import services as talk
from forum.discussion.models import Byline, PostRevision
from forum.forum_conversation.models import Post, Topic
from moderation import desk
from moderation import queries as waiting
from moderation.models import Review
from tests.unit.groups.setting import found_group

CANARIES = {
    "pseudonym": "Kanervakielo",
    "email": "kanarialintu@example.test",
    "title": "Otsikko kanariasaarilta",
    "opening": "Avauksessa lentää keltasirkku",
    "answer": "Vastauksessa istuu punatulkku",
    "waiting": "Odottaessa laulaa satakieli",
    "withdrawn": "Poistettuna vaikenee peukaloinen",
    "declined": "Hylättynä piilee kuhankeittäjä",
    "line": "Paikkaa pyytäessä sirkuttaa varpunen",
    "typed": "Kesken jäi laulu västäräkistä",
}


@pytest.fixture
def leaver(person) -> User:
    someone = person(CANARIES["pseudonym"])
    User.objects.filter(pk=someone.pk).update(email=CANARIES["email"])
    return User.objects.get(pk=someone.pk)


@pytest.fixture
def life(leaver, mikko, salla, open_board, members_board, let_through, signed_in) -> dict:
    """Something of everything: shown, answered, waiting, taken back, declined, typed and asked."""
    opened = talk.start(
        open_board, title=CANARIES["title"], body=CANARIES["opening"], language="fi", by=leaver
    )
    let_through(opened.post)
    own = Topic.objects.get(pk=opened.post.topic_id)
    let_through(talk.reply(own, body="Mikon oma sana", by=mikko).post)
    others = talk.start(
        members_board, title="Mikon otsikko", body="Mikon avaus", language="fi", by=mikko
    )
    let_through(others.post)
    other = Topic.objects.get(pk=others.post.topic_id)
    answer = talk.reply(other, body=CANARIES["answer"], by=leaver)
    let_through(answer.post)
    taken = talk.reply(other, body=CANARIES["withdrawn"], by=leaver)
    let_through(taken.post)
    talk.withdraw(Post.objects.get(pk=taken.post.pk), by=leaver)
    client = signed_in(leaver)
    session = client.session
    session["kept_text"] = {"for": "/", "typed": {"body": CANARIES["typed"]}}
    session.save()
    return {"own": own, "other": other, "opening": opened.post, "answer": answer.post}


@pytest.fixture
def declined(leaver, salla, careful_board) -> PostRevision:
    leaver = User.objects.get(pk=leaver.pk)  # rights on boards are kept with the object
    post = talk.start(
        careful_board, title="Toinen", body=CANARIES["declined"], language="fi", by=leaver
    ).post
    review = desk.claim(
        waiting.open_reviews(salla).get(kind="post", thing=f"post:{post.pk}"), by=salla
    )
    desk.decline(
        review,
        version=review.version,
        digest=post.byline.latest.digest,
        reason=f"Kirjoitit: {CANARIES['declined']}",
        rule="telling",
        by=salla,
    )
    talk.start(careful_board, title="Kolmas", body=CANARIES["waiting"], language="fi", by=leaver)
    return post.byline.latest


@pytest.fixture
def around(leaver, mikko, life) -> None:
    """What stands around the words: follows, blocks both ways, the list of changes."""
    Following.objects.create(person=leaver, place=life["own"].trait.place, level="watch")
    Block.objects.create(by=leaver, about=mikko, place="topic:x", name="Mikko")
    Block.objects.create(by=mikko, about=leaver, place="topic:x", name=CANARIES["pseudonym"])
    changes.note(leaver, Change.What.NOTICES)


def test_PR_07_removing_leaves_no_word_of_the_person_in_any_table(
    leaver, life, declined, around, found_in_tables
):
    assert len(found_in_tables(*CANARIES.values())) >= 8
    assert OpenSession.objects.filter(person=leaver).exists()  # holds typed words, packed
    services.erase(leaver, Choice.REMOVE)
    assert not OpenSession.objects.filter(person=leaver).exists()
    assert found_in_tables(*CANARIES.values()) == []


def test_PR_07_nobody_elses_word_is_touched(leaver, mikko, life, declined, found_in_tables):
    before = {
        (one.pk, one.source, one.html) for one in PostRevision.objects.filter(written_by=mikko)
    }
    services.erase(leaver, Choice.REMOVE)
    after = {
        (one.pk, one.source, one.html) for one in PostRevision.objects.filter(written_by=mikko)
    }
    assert before == after and before
    shown = Byline.objects.filter(person=mikko, post__approved=True)
    assert {one.html for one in shown} == {"<p>Mikon oma sana</p>\n", "<p>Mikon avaus</p>\n"}


def test_PR_07_an_answered_message_leaves_a_grey_line(leaver, mikko, life, signed_in):
    services.erase(leaver, Choice.REMOVE)
    page = signed_in(mikko).get(f"/en/t/{life['own'].trait.ref}/").content.decode()
    assert "Mikon oma sana" in page
    assert "A message was here. It is gone." in page
    assert CANARIES["title"] not in page


def test_PR_07_words_stay_without_the_person(leaver, mikko, life, declined, signed_in, around):
    services.erase(leaver, Choice.WITHOUT_ME)
    own = signed_in(mikko).get(f"/fi/t/{life['own'].trait.ref}/").content.decode()
    other = signed_in(mikko).get(f"/fi/t/{life['other'].trait.ref}/").content.decode()
    assert CANARIES["opening"] in own and CANARIES["title"] in own
    assert CANARIES["answer"] in other
    assert CANARIES["pseudonym"] not in own + other


def test_PR_07_only_shown_words_stay(leaver, life, declined, around, found_in_tables):
    services.erase(leaver, Choice.WITHOUT_ME)
    gone = {k: v for k, v in CANARIES.items() if k not in {"title", "opening", "answer"}}
    assert found_in_tables(*gone.values()) == []


def test_PR_07_nothing_in_the_database_links_two_topics(leaver, life, declined, around):
    """Each topic is another nobody's; no row of any table names two of them, or the account."""
    services.erase(leaver, Choice.WITHOUT_ME)
    first = Post.objects.get(pk=life["opening"].pk).poster
    second = Post.objects.get(pk=life["answer"].pk).poster
    assert len({first, second, leaver}) == 3
    assert not first.is_active and not first.has_usable_password()
    for nobody, topic in ((first, life["own"]), (second, life["other"])):
        revisions = PostRevision.objects.filter(written_by=nobody)
        assert {one.post.topic_id for one in revisions} == {topic.pk}
        assert {one.place for one in Alias.objects.filter(person=nobody)} == {topic.trait.place}
        assert set(Review.objects.filter(writer=nobody).values_list("thing", flat=True)) <= {
            f"post:{pk}" for pk in Post.objects.filter(topic=topic).values_list("pk", flat=True)
        }
    assert not Entry.objects.filter(by__in=[leaver, first, second], tag__startswith="forum.")
    assert _rows_that_name(leaver.pk, {life["own"].pk, life["other"].pk}) == []


def _rows_that_name(pk: int, topics: set[int]) -> list[str]:
    """Tables of talk in which the emptied account still stands beside a shown post."""
    left = []
    if Post.objects.filter(poster=pk, approved=True).exists():
        left.append("post")
    if Byline.objects.filter(person=pk).exclude(html="").exists():
        left.append("byline")
    if Topic.objects.filter(poster=pk, pk__in=topics).exists():
        left.append("topic")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM moderation_moderatedobject WHERE changed_by_id = %s", [pk]
        )
        if cursor.fetchone()[0]:
            left.append("ledger")
    return left


def test_PR_07_two_who_left_have_two_names_in_one_place(leaver, aino, life, let_through):
    let_through(talk.reply(life["own"], body="Ainon sana", by=aino).post)
    services.erase(leaver, Choice.WITHOUT_ME)
    services.erase(aino, Choice.WITHOUT_ME)
    called = Alias.objects.filter(place=life["own"].trait.place).values_list("name", flat=True)
    assert len(set(called)) == len(called) == 3


def test_PR_07_nobody_signs_in_again(leaver, life, signed_in, client):
    services.erase(leaver, Choice.REMOVE)
    client.post(
        "/fi/a/in/", {"pseudonym": CANARIES["pseudonym"], "passphrase": "lamppu ikkunalla palaa"}
    )
    assert "_auth_user_id" not in client.session
    gone = User.objects.get(pk=leaver.pk)
    assert not gone.is_active and not gone.has_usable_password()


def test_PR_07_a_seat_and_what_was_asked_with_it_go(leaver, ville, found_in_tables):
    group = found_group(ville)
    groups.ask_seat(group, words=CANARIES["line"], by=leaver)
    assert found_in_tables(CANARIES["line"])
    services.erase(leaver, Choice.WITHOUT_ME)
    assert not SeatRequest.objects.filter(person=leaver).exists()
    assert found_in_tables(CANARIES["line"], CANARIES["pseudonym"]) == []


def test_PR_07_through_the_door_nothing_is_chosen_beforehand(leaver, signed_in):
    client = signed_in(leaver)
    page = client.get("/en/i/l/").content.decode()
    assert "checked" not in page.split('name="choice"')[1].split(">")[0]
    assert client.post("/en/i/l/", {}).status_code == 400
    assert User.objects.get(pk=leaver.pk).hidden_at is None
    client.post("/en/i/l/", {"choice": "without_me"})
    gone = User.objects.get(pk=leaver.pk)
    assert gone.hidden_at and gone.leaving.choice == Choice.WITHOUT_ME


def test_PB_10_a_block_on_a_verified_person_outlives_the_account_and_tells_no_name(
    leaver, mikko, found_in_tables
):
    Identity.objects.create(person=leaver, person_key="k" * 64, key_version=1, method="bank")
    Block.objects.create(by=mikko, about=leaver, place="topic:x", name=CANARIES["pseudonym"])
    services.erase(leaver, Choice.REMOVE)
    assert Block.objects.standing().filter(by=mikko, about=leaver).exists()
    assert FormerIdentity.objects.get(person=leaver).person_key == "k" * 64
    assert not Identity.objects.exists()
    assert found_in_tables(CANARIES["pseudonym"]) == []


def test_PR_07_a_block_on_somebody_unverified_vanishes(leaver, mikko, around):
    assert Block.objects.filter(about=leaver).exists()
    services.erase(leaver, Choice.REMOVE)
    assert not Block.objects.filter(about=leaver).exists()
    assert not Block.objects.filter(by=leaver).exists()


@pytest.mark.parametrize("choice", list(Choice))
def test_PR_07_what_was_decided_can_still_be_opened_at_the_desk(
    leaver, life, declined, signed_in, salla, choice
):
    services.erase(leaver, choice)
    client = signed_in(salla)
    refs = list(Review.objects.values_list("ref", flat=True))
    assert refs
    for ref in refs:
        page = client.get(reverse("desk:review", args=[ref]))
        assert page.status_code == 200
        assert CANARIES["pseudonym"] not in page.content.decode()
        assert CANARIES["declined"] not in page.content.decode()
