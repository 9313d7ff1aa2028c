"""Blocking: one tap from a name, for the person behind it, and no word to anybody (PB-08)."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from community import promises
from community.accounts import changes, identity
from community.accounts.models import Change, User
from community.audit.models import Entry
from community.safety import blocking, queries
from community.safety.models import Block
from forum.discussion import services
from forum.discussion.models import Byline
from forum.forum_conversation.models import Topic
from moderation.models import Review
from tests.talk import *  # noqa: F403
from tests.unit.groups import setting


@pytest.fixture
def mikkos(members_board, mikko, let_through) -> list[Byline]:
    """Two discussions of Mikko's, under two names."""
    made = []
    for title in ("Ensimmäinen", "Toinen"):
        written = services.start(members_board, title=title, body="Hei", language="fi", by=mikko)
        let_through(written.post)
        made.append(Byline.objects.get(post=written.post))
    return made


def sheet(byline: Byline) -> str:
    return reverse("safety:block", args=["t", byline.ref])


def topic_page(byline: Byline) -> str:
    return reverse("talk:topic", args=[byline.post.topic.trait.ref])


def test_PB_08_one_tap_from_a_name_leads_to_the_sheet_and_one_press_parts_both_ways(
    mikkos, aino, mikko, signed_in, members_board
):
    client, first = signed_in(aino), mikkos[0]
    assert sheet(first) in client.get(topic_page(first)).content.decode()
    asked = client.get(sheet(first))
    assert asked.status_code == 200 and not Block.objects.exists(), "looking changes nothing"
    done = client.post(sheet(first), follow=True)
    assert done.status_code == 200
    assert client.get(topic_page(first)).status_code == 404
    assert not queries.parted(User.objects.get(pk=aino.pk)).difference({mikko.pk})
    assert queries.parted(User.objects.get(pk=mikko.pk)) == {aino.pk}
    board = reverse("talk:board", args=[members_board.ref])
    assert "Toinen" not in client.get(board).content.decode(), "it acts on the person"


def test_PB_08_a_second_name_of_the_same_person_answers_exactly_like_the_first(
    mikkos, aino, signed_in
):
    """Both pages were open before the first press."""
    client = signed_in(aino)
    first = client.post(sheet(mikkos[0]))
    again = client.get(sheet(mikkos[1]))
    second = client.post(sheet(mikkos[1]))
    assert again.status_code == 200
    assert (first.status_code, first.url) == (second.status_code, second.url)
    listed = client.get(reverse("safety:blocks")).content.decode()
    names = [block.name for block in queries.own_blocks(aino)]
    assert len(set(names)) == 2 and all(name in listed for name in names)
    assert "Mikko" not in listed


def test_PB_08_lifting_one_of_two_names_does_not_tell_that_they_are_one_person(
    mikkos, aino, signed_in
):
    client = signed_in(aino)
    for byline in mikkos:
        client.post(sheet(byline))
    rows = list(queries.own_blocks(aino))
    for number, row in enumerate(rows):
        answer = client.post(reverse("safety:lift", args=[row.ref]))
        assert (answer.status_code, answer.url) == (302, reverse("safety:blocks"))
        seen = client.get(topic_page(mikkos[0])).status_code
        assert seen == (200 if number == 1 else 404)
    assert not queries.own_blocks(aino).exists() and Block.objects.count() == 2


def test_PB_09_the_sheet_is_not_there_for_whoever_was_blocked(mikkos, aino, mikko, signed_in):
    """Else it would tell a block from words that were taken back."""
    address = sheet(mikkos[0])
    blocking.block(aino, place="topic:x", shown_name="Joku", by=mikko)
    client = signed_in(aino)
    assert client.get(address).status_code == client.post(address).status_code == 404
    assert not Block.objects.filter(by=aino).exists()


def test_nobody_blocks_themself_and_nobody_lifts_what_another_made(mikkos, aino, mikko, signed_in):
    own = signed_in(mikko)
    assert own.get(sheet(mikkos[0])).status_code == 404
    made = blocking.block(mikko, place="topic:x", shown_name="Joku", by=aino)
    for someone in (mikko, aino):
        client = signed_in(someone)
        lifted = client.post(reverse("safety:lift", args=[made.ref])).status_code
        assert lifted == (404 if someone == mikko else 302)


@pytest.mark.parametrize("kind", ["t", "g", "x"])
def test_a_name_that_is_not_there_has_nobody_behind_it(kind, aino, signed_in):
    address = reverse("safety:block", args=[kind, "a" * 16])
    assert signed_in(aino).post(address).status_code == 404
    assert Client().get(address).status_code == 302, "a visitor signs in first"


def test_PB_08_a_name_in_a_room_leads_to_the_sheet_and_says_when_it_does_not_hold_there(
    aino, mikko, ville, signed_in
):
    group = setting.found_group(ville)
    setting.begin(group, ville, aino, mikko)
    setting.say(group, mikko, "Hei")
    client = signed_in(aino)
    room = client.get(reverse("groups:room", args=[group.ref])).content.decode()
    for person, leads in ((mikko, False), (ville, True)):
        address = reverse("safety:block", args=["g", group.seat_of(person).ref])
        assert address in room
        page = client.get(address).content.decode()
        assert ("ohjaa" in page.lower() or "leads" in page) == leads
    other = signed_in(User.objects.create_user("Muualla"))
    assert other.get(address).status_code == 404, "from outside nobody sits there"


def test_EX_19_it_is_on_the_list_of_changes_and_in_the_record_without_names(mikkos, aino, mikko):
    made = blocking.block(mikko, place="topic:x", shown_name="Nimi", by=aino)
    blocking.block(mikko, place="topic:x", shown_name="Nimi", by=aino)
    blocking.lift(made, by=aino)
    said = [change.what for change in changes.of(aino)]
    assert said == [Change.What.BLOCK_LIFTED, Change.What.BLOCK_MADE]
    assert not changes.of(mikko).filter(what__startswith="block").exists()
    lines = Entry.objects.filter(tag__startswith="safety.block")
    assert lines.count() == 2 and not any(line.facts for line in lines)


def test_SE_11_blocks_have_a_limit_and_the_sentence_says_when_it_lifts(mikkos, aino, signed_in):
    client = signed_in(aino)
    times, _within = promises.LIMITS["blocks"]
    for _again in range(times):
        assert client.post(sheet(mikkos[0])).status_code == 302
    assert client.post(sheet(mikkos[0])).status_code == 429


def test_PB_08_the_desk_is_outside_of_blocks(members_board, mikko, salla, signed_in):
    """Staff on duty read what waits, whoever blocked them; in talk they are members like others."""
    blocking.block(salla, place="topic:x", shown_name="Joku", by=mikko)
    services.start(members_board, title="Odottaa", body="Sana", language="fi", by=mikko)
    review = Review.objects.get(writer=mikko, closed_at=None)
    page = signed_in(salla).get(reverse("desk:review", args=[review.ref]))
    assert page.status_code == 200 and "Odottaa" in page.content.decode()


@pytest.mark.parametrize("who_returns", ["blocked", "blocker"])
def test_PB_10_a_block_holds_for_a_verified_person_who_left_and_came_back(
    who_returns, aino, mikko, person
):
    identified(mikko, "131052-308T")
    identified(aino, "010190-123A")
    blocking.block(mikko, place="topic:x", shown_name="Joku", by=aino)
    stays, leaves, code = (
        (aino, mikko, "131052-308T") if who_returns == "blocked" else (mikko, aino, "010190-123A")
    )
    identity.put_key_aside(leaves)
    identity.forget(leaves)
    again = person("Uusinimi")
    assert again.pk not in queries.parted(User.objects.get(pk=stays.pk))
    identified(again, code)
    assert again.pk in queries.parted(User.objects.get(pk=stays.pk))
    assert stays.pk in queries.parted(User.objects.get(pk=again.pk))


def identified(someone: User, code: str) -> None:
    told = {"given_names": "Kuka", "family_name": "Vain", "birth_date": date(1980, 1, 1)}
    identity.identify(someone, identifier=code, method="bank", by=someone, **told)


def test_PB_02_a_block_opens_no_sheet_on_words_written_after_it(
    mikkos, aino, mikko, laine, members_board, signed_in, let_through, evening
):
    """Else every hidden reference could be tried: whose sheet opens is that person, and how they
    are called there."""
    client = signed_in(aino)
    client.post(sheet(mikkos[0]))
    evening.shift(60)
    opened = services.start(members_board, title="Uusi", body="Hei", language="fi", by=laine)
    let_through(opened.post)
    there = Topic.objects.get(pk=opened.post.topic_id)
    replied = services.reply(there, body="Olen eri nimellä.", by=mikko).post
    let_through(replied)
    later = Byline.objects.get(post=replied)
    assert later.shown_at and signed_in(laine).get(sheet(later)).status_code == 200
    assert client.get(sheet(later)).status_code == client.post(sheet(later)).status_code == 404
    assert queries.own_blocks(aino).count() == 1
