"""One member's names side by side: a reason, a record, a colleague; and no other way (PB-17)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from community import promises
from community.accounts import services as accounts
from community.accounts.models import User
from community.audit.models import Entry
from community.core import limits
from community.core.errors import Concealed, Refused
from forum.discussion import services
from forum.discussion.models import PostRevision
from forum.forum_conversation.models import Topic
from moderation import desk, joining_queries, words
from moderation.desk.joining import join_names, witness
from moderation.models import Finding, NamesJoined, Review
from tests.talk import make_board

WHY = "Kirjoittaja pelkää, ja toisella nimellä lukee osoite."


@pytest.fixture
def written(open_board, members_board, aino, let_through) -> Review:
    """Aino writes in three discussions under three names; the last text waits."""
    with limits.lifted():
        for title in ("Aamu", "Ilta"):
            post = services.start(
                members_board, title=title, body="Hei", language="fi", by=aino
            ).post
            let_through(post)
        waits = services.start(open_board, title="Yö", body="Hei", language="fi", by=aino).post
    return Review.objects.get(thing=f"post:{waits.pk}")


def names_of(aino: User) -> set[str]:
    return set(aino.aliases.values_list("name", flat=True))


def test_PB_17_names_are_joined_for_a_reason_shown_once_and_recorded(
    written, aino, salla, signed_in
):
    client, address = signed_in(salla), reverse("desk:join", args=[written.ref])
    assert client.get(address).status_code == 200 and not NamesJoined.objects.exists()
    page = client.post(address, {"reason": WHY}).content.decode()
    shown = [topic for topic in Topic.objects.filter(approved=True)]
    assert len(shown) == 2
    for topic in shown:
        assert reverse("talk:topic", args=[topic.trait.ref]) in page
    called = {name for name in names_of(aino) if name in page}
    assert len(called) == 2 and "Aino" not in page
    kept = NamesJoined.objects.get()
    assert (kept.by, kept.about, kept.reason, kept.seen_at) == (salla, aino, WHY, None)
    line = Entry.objects.get(tag="moderation.names_joined")
    assert (line.by, line.subject_id) == (salla, str(kept.pk)) and WHY not in str(line.facts)
    assert not any(name in client.get(address).content.decode() for name in called)


@pytest.mark.parametrize("reason", ["", "   ", "lyhyt", "a  b        ", "x" * 501])
def test_PB_17_without_a_reason_nothing_is_shown(reason, written, salla, signed_in):
    answer = signed_in(salla).post(reverse("desk:join", args=[written.ref]), {"reason": reason})
    assert answer.status_code in {400, 403} and not NamesJoined.objects.exists()
    assert "/t/" not in answer.content.decode().split("<main")[1].split("</main")[0]


def test_PB_17_only_names_the_moderator_may_read(written, aino, salla, let_through):
    other = make_board("other", "members")
    aino, salla = (User.objects.get(pk=one.pk) for one in (aino, salla))  # rights read anew
    with limits.lifted():
        gone = services.start(other, title="Poissa", body="Hei", language="fi", by=aino).post
        let_through(gone)
        services.withdraw(gone, by=aino)
    joined = join_names(written, reason=WHY, by=salla)
    assert {one.place.words.split(" · ")[1] for one in joined} == {"Aamu", "Ilta"}


def test_PB_17_another_moderator_sees_it_once_and_not_the_same_person(
    written, aino, salla, eero, signed_in
):
    join_names(written, reason=WHY, by=salla)
    joining = NamesJoined.objects.get()
    own, other = signed_in(salla), signed_in(eero)
    assert reverse("desk:joinings") in other.get(reverse("desk:queue")).content.decode()
    page = other.get(reverse("desk:joinings")).content.decode()
    assert WHY in page and "Salla" in page and not any(name in page for name in names_of(aino))
    assert reverse("desk:witness", args=[joining.ref]) in page
    press = reverse("desk:witness", args=[joining.ref])
    assert press not in own.get(reverse("desk:joinings")).content.decode()
    assert own.post(press).status_code == 403
    assert other.get(press).status_code == 405
    assert other.post(press).status_code == 302
    joining.refresh_from_db()
    assert joining.second_seen_by == eero and joining.seen_at
    with pytest.raises(Refused):
        witness(joining, by=eero)
    assert not joining_queries.unseen(eero).exists()


def test_PB_17_nobody_reads_why_the_own_names_were_joined(written, aino, salla, signed_in):
    join_names(written, reason=WHY, by=salla)
    accounts.give_role(aino, "moderator", by=None)
    client = signed_in(User.objects.get(pk=aino.pk))
    assert WHY not in client.get(reverse("desk:joinings")).content.decode()
    joining = NamesJoined.objects.get()
    assert client.post(reverse("desk:witness", args=[joining.ref])).status_code == 404
    assert client.get(reverse("desk:join", args=[written.ref])).status_code == 404


@pytest.mark.parametrize("who", ["mikko", "outi", "laine", "ville"])
def test_PB_17_for_others_no_such_page_is_there(who, written, salla, request, signed_in):
    join_names(written, reason=WHY, by=salla)
    someone = request.getfixturevalue(who)
    client, joining = signed_in(someone), NamesJoined.objects.get()
    assert client.get(reverse("desk:joinings")).status_code == 404
    for name, ref in (("desk:join", written.ref), ("desk:witness", joining.ref)):
        assert client.post(reverse(name, args=[ref]), {"reason": WHY}).status_code == 404
    with pytest.raises(Concealed):
        join_names(written, reason=WHY, by=User.objects.get(pk=someone.pk))
    assert NamesJoined.objects.count() == 1


def test_PB_17_the_database_itself_wants_a_second_person(written, aino, salla):
    join_names(written, reason=WHY, by=salla)
    for second in (salla, aino):
        with pytest.raises(IntegrityError), transaction.atomic():
            NamesJoined.objects.update(second_seen_by=second, seen_at="2026-11-17T12:00:00Z")


def test_PB_17_a_finding_does_not_count_a_members_texts():
    said = {
        words.in_words(Finding(found_by="first_posts", details={"shown_before": count}))
        for count in range(3)
    }
    assert len(said) == 1 and not any(letter.isdigit() for letter in said.pop())


def test_PB_17_no_sweep_takes_the_record_before_a_colleague_has_seen_it(
    written, salla, let_through, evening
):
    """Decisions go after two years; who joins names over a very old one is seen all the same."""
    let_through(PostRevision.objects.get(pk=written.entry.object_pk).post)
    evening.shift(promises.DECISIONS_KEPT - timedelta(hours=1))
    join_names(Review.objects.get(pk=written.pk), reason=WHY, by=salla)
    evening.shift(timedelta(hours=2))
    desk.sweep(timezone.now() - promises.DECISIONS_KEPT)
    assert NamesJoined.objects.get().seen_at is None
    evening.shift(promises.STAFF_LOG_KEPT)
    desk.sweep(timezone.now() - promises.DECISIONS_KEPT)
    assert not NamesJoined.objects.exists()
