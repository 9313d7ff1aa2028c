"""The inbox: what comes into it, for whom, and what is never there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from community.access import boards
from community.accounts.models import User
from community.notifications import queries
from community.notifications import services as notices
from community.notifications.models import Following, Notice
from community.safety import blocking
from forum.discussion import services
from forum.forum_permission.models import ForumPermission, UserForumPermission

pytestmark = pytest.mark.django_db


def page_of(topic) -> str:
    return reverse("talk:topic", args=[topic.trait.ref])


def test_who_wrote_somewhere_hears_of_answers_once_and_others_do_not(
    topic, mikko, aino, person, write, sees, told
):
    told(lambda: notices.follow(topic.trait.place, "watch", by=mikko))
    write(topic, aino)
    assert sees(mikko) == [page_of(topic)]
    assert not queries.has_news(aino, kind="answers")  # the own words are no news
    assert sees(person("Vieras")) == []
    write(topic, aino, "Vielä yksi asia")
    assert Notice.objects.filter(person=mikko, kind="answers").count() == 1  # bundled
    assert Following.objects.get(person=aino, place=topic.trait.place).level == "watch"
    write(topic, mikko)
    assert queries.has_news(aino, kind="answers")


def test_watch_is_at_once_follow_in_the_morning_and_mute_never(
    topic, mikko, aino, person, write, sees, evening
):
    daily, muted = person("Päivittäin"), person("Hiljaa")
    notices.follow(topic.trait.place, "watch", by=mikko)
    notices.follow(topic.trait.place, "follow", by=daily)
    notices.follow(topic.trait.place, "mute", by=muted)
    write(topic, aino)
    assert (len(sees(mikko)), sees(daily), sees(muted)) == (1, [], [])
    evening.shift(timedelta(hours=14))  # eight in the morning
    assert (len(sees(daily)), sees(muted)) == (1, [])


def test_the_writer_hears_that_a_message_was_read_and_not_what_was_decided_about_others(
    topic, aino, mikko, write, sees
):
    post = write(topic, aino)
    line = queries.inbox(aino).lines[0]
    assert line.url.endswith(f"#message-{post.byline.ref}")
    assert all(post.byline.ref not in line.url for line in queries.inbox(mikko).lines)


def test_a_newer_text_of_a_seen_post_is_no_news(topic, mikko, aino, write, told):
    from forum.discussion.events import PostShown
    from forum.discussion.notices import tell_followers

    notices.follow(topic.trait.place, "watch", by=mikko)
    post = write(topic, aino)
    told(lambda: notices.see_all(by=mikko))
    tell_followers(PostShown(post_id=post.pk, topic_ref=topic.trait.ref))  # told a second time
    assert not queries.has_news(mikko)
    tell_followers(PostShown(post_id=post.pk, topic_ref=topic.trait.ref, is_new=False))
    assert not queries.has_news(mikko)


@pytest.mark.parametrize("who_blocks", ["watcher", "writer"])
def test_PB_08_a_post_by_somebody_parted_makes_no_notice_and_an_old_one_is_not_there(
    topic, aino, person, write, sees, told, who_blocks
):
    watcher, third = person("Vahtija"), person("Kolmas")
    notices.follow(topic.trait.place, "watch", by=watcher)
    write(topic, aino)
    assert sees(watcher)
    one, other = (watcher, aino) if who_blocks == "watcher" else (aino, watcher)
    told(lambda: blocking.block(other, place=topic.trait.place, shown_name="x", by=one))
    assert sees(watcher) == []
    assert not queries.has_news(User.objects.get(pk=watcher.pk))
    before = Notice.objects.get(person=watcher).last_at
    write(topic, aino, "Taas")
    assert (Notice.objects.get(person=watcher).last_at, sees(watcher)) == (before, [])
    write(topic, third)
    assert sees(watcher) == [page_of(topic)]


def test_SE_10_what_is_taken_back_or_out_of_reach_is_neither_in_the_list_nor_in_the_mark(
    topic, open_board, mikko, aino, write, sees, told, signed_in
):
    notices.follow(topic.trait.place, "watch", by=mikko)
    post = write(topic, aino)
    browser = signed_in(mikko)
    assert "news__dot" in browser.get("/fi/s/rules/").text
    told(lambda: services.withdraw(post, by=aino))
    assert sees(mikko) == []
    assert "news__dot" not in browser.get("/fi/s/rules/").text
    write(topic, aino)
    assert "news__dot" in browser.get("/fi/n/new/").text
    UserForumPermission.objects.create(
        permission=ForumPermission.objects.get(codename=boards.READ),
        forum=open_board.forum,
        user=mikko,
        has_perm=False,
    )
    assert sees(mikko) == []
    assert "news__dot" not in browser.get("/fi/n/new/").text


def test_PR_06_words_of_somebody_hidden_are_no_news(topic, mikko, aino, write, sees):
    notices.follow(topic.trait.place, "watch", by=mikko)
    write(topic, aino)
    User.objects.filter(pk=aino.pk).update(hidden_at="2026-11-17T16:00Z")
    assert sees(mikko) == []


def test_looking_changes_nothing_and_opening_by_the_button_marks_it(
    topic, mikko, aino, write, signed_in, django_assert_max_num_queries
):
    notices.follow(topic.trait.place, "watch", by=mikko)
    write(topic, aino)
    notice = Notice.objects.get(person=mikko, kind="answers")
    browser = signed_in(mikko)
    with django_assert_max_num_queries(25):
        page = browser.get("/fi/n/").text
    assert "<title>" in page and topic.trait.title in page
    assert topic.trait.title not in page.partition("</title>")[0]  # EX-07
    browser.get(f"/fi/n/{notice.ref}/")
    browser.get(page_of(topic))
    assert Notice.objects.get(pk=notice.pk).seen_at is None
    answer = browser.post(f"/fi/n/{notice.ref}/")
    assert answer.url.startswith(page_of(topic))
    assert Notice.objects.get(pk=notice.pk).seen_at is not None


def test_all_are_marked_only_as_far_as_they_stood_on_the_page(
    topic, mikko, aino, write, signed_in, evening
):
    notices.follow(topic.trait.place, "watch", by=mikko)
    write(topic, aino)
    browser = signed_in(mikko)
    page = browser.get("/fi/n/").text
    until = page.partition('name="until" value="')[2].partition('"')[0]
    evening.shift(timedelta(minutes=1))
    write(topic, aino, "Tuli vasta nyt")
    browser.post("/fi/n/seen/", {"until": until})
    assert queries.has_news(User.objects.get(pk=mikko.pk))
    browser.post("/fi/n/seen/", {"until": "9999-12-31T23:59:59+14:00"})
    assert not queries.has_news(User.objects.get(pk=mikko.pk))


def test_somebody_elses_notice_is_not_there(topic, mikko, aino, write, signed_in):
    notices.follow(topic.trait.place, "watch", by=mikko)
    write(topic, aino)
    notice = Notice.objects.get(person=mikko, kind="answers")
    assert signed_in(aino).post(f"/fi/n/{notice.ref}/").status_code == 404
    assert Notice.objects.get(pk=notice.pk).seen_at is None


def test_PB_04_an_inbox_tells_no_time_no_name_and_no_number(
    topic, mikko, aino, person, write, signed_in
):
    notices.follow(topic.trait.place, "watch", by=mikko)
    for name in ("Orvokki", "Kielo", "Vanamo"):
        write(topic, person(name))
    page = signed_in(mikko).get("/fi/n/").text
    listed = page.partition('<live-inbox class="news-list"')[2].partition("</live-inbox>")[0]
    for word in ("Orvokki", "Kielo", "Vanamo", "18:0", "18.0", "3 "):
        assert word not in listed


def test_a_long_inbox_costs_as_much_as_a_short_one(
    mikko, aino, open_board, write, told, let_through, signed_in, django_assert_max_num_queries
):
    from forum.forum_conversation.models import Topic

    for number in range(24):
        started = told(
            lambda n=number: services.start(
                open_board, title=f"Asia {n}", body="Hei", language="fi", by=aino
            )
        ).post
        started.refresh_from_db()
        if not started.approved:
            told(lambda p=started: let_through(p))
        there = Topic.objects.get(pk=started.topic_id)
        notices.follow(there.trait.place, "watch", by=mikko)
        write(there, aino)
    browser = signed_in(mikko)
    with django_assert_max_num_queries(25):
        first = browser.get("/fi/n/").text
    assert first.count('class="card news') == 20
    older = first.partition('rel="next" href="')[2].partition('"')[0]
    assert browser.get(f"/fi/n/{older}").text.count('class="card news') == 4


def test_a_level_is_chosen_on_the_page_of_the_discussion(topic, aino, signed_in):
    browser = signed_in(aino)
    assert 'value="mute" checked' in browser.get(page_of(topic)).text
    browser.post(f"{page_of(topic)}follow/", {"level": "follow"})
    assert 'value="follow" checked' in browser.get(page_of(topic)).text
    assert browser.post(f"{page_of(topic)}follow/", {"level": "loud"}).status_code == 403
    assert browser.post(f"/fi/t/{'a' * 16}/follow/", {"level": "watch"}).status_code == 404
    assert not Following.objects.exclude(level="follow").exists()
