"""Writing in talk, through the doors people use: what waits, what is kept, what is refused."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from community import promises
from community.audit.models import Entry
from forum.discussion import services
from forum.discussion.models import Byline, PostRevision
from forum.forum_conversation.models import Post, Topic


def answer(client, there, **typed):
    return client.post(reverse("talk:reply", args=[there.trait.ref]), {"body": "Hei", **typed})


def test_MC_06_the_first_three_posts_wait(aino, topic, let_through):
    for _ in range(promises.FIRST_POSTS_READ):
        written = services.reply(topic, body="Hei", by=aino)
        assert written.is_held
        let_through(written.post)
    assert not services.reply(topic, body="Hei", by=aino).is_held


def test_MC_05_the_writer_sees_the_waiting_post_and_until_when_and_nobody_else_does(
    aino, topic, signed_in, client
):
    writer = signed_in(aino)
    page = writer.post(
        reverse("talk:reply", args=[topic.trait.ref]), {"body": "Nukun huonosti."}, follow=True
    ).content.decode()
    assert "Nukun huonosti." in page and "20.00" in page  # read within two hours of 18.00
    assert "Nukun huonosti." not in client.get(page_of(topic)).content.decode()


def test_MC_05_at_night_everything_waits_until_the_morning(mikko, topic, evening, let_through):
    for _ in range(promises.FIRST_POSTS_READ):
        written = services.reply(topic, body="Hei", by=mikko)
        if written.is_held:
            let_through(written.post)
    evening.move_to("2026-11-17 23:30:00+02:00")
    written = services.reply(topic, body="En saa unta.", by=mikko)
    morning = timezone.localtime(written.until)
    assert written.is_held and (morning.day, morning.hour, morning.minute) == (18, 9, 0)


def test_a_professional_wears_the_role_and_the_label_stands_before_the_text(
    laine, topic, signed_in, profession, client
):
    answer(signed_in(laine), topic, body="Vaihto on lapselle iso asia.", wearing=profession(laine))
    page = client.get(page_of(topic)).content.decode()
    assert page.index("Psykologi") < page.index("Vaihto on lapselle iso asia.")
    assert "Perhepalvelut" in page and "marraskuuta 2026" in page and "Dr. Laine" in page


@pytest.mark.parametrize(
    "forged",
    [
        {"wearing": "professional"},
        {"wearing": "moderator"},
        {"role": "professional", "hat_kind": "professional", "hat": '{"kind": "professional"}'},
        {"approved": "1", "shown_at": "2026-01-01", "poster": "1", "topic": "1"},
    ],
)
def test_PV_03_no_form_field_makes_a_label_or_lets_a_post_through(aino, topic, signed_in, forged):
    answer(signed_in(aino), topic, **forged)
    for byline in Byline.objects.filter(person=aino):
        assert not byline.hat and not byline.hat_kind and byline.shown_at is None
    assert not Post.objects.filter(poster=aino, approved=True).exists()


def test_PV_02_a_label_that_is_late_to_be_checked_cannot_be_worn(
    laine, topic, signed_in, profession, evening
):
    key = profession(laine)
    evening.move_to("2027-11-17 18:00:00+02:00")
    response = answer(signed_in(laine), topic, wearing=key)
    assert response.status_code == 400
    assert not Post.objects.filter(poster=laine).exists()


def test_PF_07_sending_twice_makes_one_post(mikko, topic, signed_in):
    for _ in range(3):
        answer(signed_in(mikko), topic, client_id="samasama")
    assert Post.objects.filter(poster=mikko, topic=topic).count() == 2  # the first one and this


@pytest.mark.parametrize(
    ("typed", "status"),
    [("", 400), ("   ", 400), ("x" * (promises.POST_LENGTH + 1), 400), ("\x00", 400)],
)
def test_bad_text_is_refused_in_words_changes_nothing_and_comes_back(
    mikko, topic, signed_in, typed, status
):
    before = Post.objects.count()
    response = answer(signed_in(mikko), topic, body=typed)
    assert response.status_code == status and Post.objects.count() == before
    assert typed[:50].strip("\x00") in response.content.decode()


def test_SE_11_a_flood_is_refused_kindly_and_the_text_comes_back(aino, topic, signed_in):
    client = signed_in(aino)
    for number in range(promises.LIMITS["first_posts"][0]):
        assert answer(client, topic, body=f"Viesti {number}").status_code == 302
    response = answer(client, topic, body="Tämä jäi kesken")
    assert response.status_code == 429 and "Tämä jäi kesken" in response.content.decode()


def test_a_session_that_ended_loses_no_word(mikko, topic, client):
    typed = {"body": "Kirjoitin tätä tunnin."}
    refused = client.post(reverse("talk:reply", args=[topic.trait.ref]), typed)
    assert refused.status_code == 403 and "Kirjoitin tätä tunnin." in refused.content.decode()
    signed_back = client.post(
        reverse("accounts:sign_in"),
        {
            "pseudonym": "Mikko",
            "passphrase": "lamppu ikkunalla palaa",
            "next": page_of(topic),
            **typed,
        },
        follow=True,
    )
    assert "Kirjoitin tätä tunnin." in signed_back.content.decode()
    assert Post.objects.filter(topic=topic).count() == 1


def test_a_form_whose_token_does_not_fit_gives_the_text_back(mikko, topic):
    client = Client(enforce_csrf_checks=True)
    client.force_login(mikko)
    response = answer(client, topic, body="Pitkä kirje")
    assert response.status_code == 403 and "Pitkä kirje" in response.content.decode()


def test_PB_16_a_writer_takes_a_shown_post_back_and_counts_follow(mikko, topic, signed_in, client):
    ref = topic.first_post.byline.ref
    assert signed_in(mikko).post(reverse("talk:withdraw", args=[ref])).status_code == 302
    assert client.get(page_of(topic)).status_code == 404
    fresh = Topic.objects.get(pk=topic.pk)
    fresh.forum.refresh_from_db()
    assert (fresh.posts_count, fresh.forum.direct_posts_count) == (0, 0)
    assert fresh.forum.direct_topics_count == 0


def test_nobody_takes_back_what_another_wrote(aino, topic, signed_in):
    ref = topic.first_post.byline.ref
    assert signed_in(aino).post(reverse("talk:withdraw", args=[ref])).status_code == 404
    assert Topic.objects.get(pk=topic.pk).posts_count == 1


def test_PB_02_on_a_board_of_new_names_two_topics_share_no_name(
    mikko, members_board, let_through, signed_in, aino
):
    pages = []
    for number in range(2):
        written = services.start(
            members_board, title=f"Asia {number}", body="Teksti", language="fi", by=mikko
        )
        let_through(written.post)
        pages.append(signed_in(aino).get(page_of(written.post.topic)).content.decode())
    called = [mikko.aliases.get(place=f"topic:{t.trait.ref}").name for t in Topic.objects.all()]
    assert "Mikko" not in pages[0] + pages[1] and called[0] != called[1]
    assert str(mikko.ref) not in pages[0] + pages[1]


def test_what_is_written_leaves_an_audit_line_without_words(mikko, topic):
    services.reply(topic, body="Salaisuus 4711", by=mikko)
    lines = Entry.objects.filter(tag="forum.post_written", by=mikko)
    assert lines.count() == 2 and "4711" not in str(list(lines.values()))


def test_waiting_words_stand_in_no_column_of_the_vendor(aino, open_board):
    written = services.start(
        open_board, title="Salainen otsikko", body="Salainen teksti", language="fi", by=aino
    )
    post, topic = written.post, written.post.topic
    assert "Salainen" not in f"{post.content}{post.subject}{topic.subject}{topic.slug}"
    assert PostRevision.objects.get(post=post).source == "Salainen teksti"


def page_of(topic) -> str:
    return reverse("talk:topic", args=[topic.trait.ref])
