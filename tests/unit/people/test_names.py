"""Names: one in a place, new across places, and nothing visible that ties two together (PB-02)."""

import re
from html.parser import HTMLParser

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from community.accounts import names, pseudonyms, ready_names
from community.accounts.models import Alias, User, key_of
from community.core import limits
from community.groups import services as groups
from forum.discussion import services
from forum.discussion.models import Board
from forum.forum_conversation.models import Topic
from tests.talk import make_board
from tests.unit.groups import setting

ALIKE = {"suppress_health_check": [HealthCheck.function_scoped_fixture], "deadline": None}
NAMINGS = (names.STEADY, names.PER_PLACE)
STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), min_size=1, max_size=25
)


@pytest.fixture
def people(person) -> list[User]:
    return [person(name) for name in ("Kiuru", "Peippo", "Siili", "Orava")]


@pytest.fixture
def shown(let_through):
    """Somebody writes in a topic, Salla lets it through, and it stands there."""

    def write(topic: Topic, by: User, body: str = "Samat sanat.", **wish) -> None:
        with limits.lifted():
            written = services.reply(topic, body=body, by=by, **wish)
        if written.is_held:
            let_through(written.post)

    return write


def opened(board: Board, by: User, let_through, **wish) -> Topic:
    with limits.lifted():
        written = services.start(
            board, title="Sama otsikko", body="Sama alku.", language="fi", by=by, **wish
        )
    if written.is_held:
        let_through(written.post)
    return Topic.objects.get(pk=written.post.topic_id)


@given(namings=st.lists(st.sampled_from(NAMINGS), min_size=4, max_size=4), steps=STEPS)
@settings(max_examples=60, **ALIKE)
def test_PB_02_one_name_in_a_place_and_no_new_name_twice(people, namings, steps):
    point = transaction.savepoint()
    given_names: dict[tuple[int, int], tuple[str, bool]] = {}
    for who, where, wish in steps:
        person, naming = people[who], namings[where]
        name = names.take(person, f"topic:{where}", naming=naming, wants_new=wish)
        first, _new = given_names.setdefault(
            (who, where), (name, wish or naming == names.PER_PLACE)
        )
        assert name == first  # the same person, the same name, whatever is wished later
    for place in range(4):
        there = [name for (_, where), (name, _) in given_names.items() if where == place]
        assert len(set(there)) == len(there)
    for who, person in enumerate(people):
        own = [(name, new) for (one, _), (name, new) in given_names.items() if one == who]
        new_ones = [name for name, new in own if new]
        assert len(set(new_ones)) == len(new_ones)
        assert not {key_of(name) for name in new_ones} & {each.key for each in people}
        assert all(name == person.pseudonym for name, new in own if not new)
    transaction.savepoint_rollback(point)


def test_PB_02_a_ready_name_is_never_somebodys_account(person, monkeypatch):
    """Also not when the account is older than the list of ready names."""
    kataja = person("Kataja")
    User.objects.create_user("Hiljainen koivu")
    few = ["Hiljainen koivu", "Tyyni lampi"]
    monkeypatch.setattr(names, "for_discussions", lambda language: list(few))
    assert names.take(kataja, "topic:a", naming=names.PER_PLACE) == "Tyyni lampi"
    # The list is used up for this person: still a name of its own, and still nobody's account.
    again = names.take(kataja, "topic:b", naming=names.PER_PLACE)
    assert again != "Tyyni lampi" and not User.objects.filter(key=key_of(again)).exists()
    with pytest.raises(pseudonyms.Refused):
        pseudonyms.check(again)


@pytest.mark.parametrize("language", ["fi", "sv", "en", "se"])
def test_PB_02_names_come_in_no_order(language):
    first, second = ready_names.for_discussions(language), ready_names.for_discussions(language)
    assert first != second and sorted(first) == sorted(second)
    assert len(set(first)) == len(first) >= 800


class Pieces(HTMLParser):
    """Every attribute's value and every stretch of text, by what it is."""

    def __init__(self, html: str):
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found |= {(name, value or "") for name, value in attributes}
        self.found |= {("class", one) for one in (dict(attributes).get("class") or "").split()}

    def handle_data(self, data):
        if data.strip():
            self.found.add(("text", data.strip()))


def piece_of(page: str, name: str) -> set[tuple[str, str]]:
    """What stands in the one message of somebody called so."""
    articles = [part for part in page.split('<li class="message-place"') if f">{name}<" in part]
    assert len(articles) == 1
    return Pieces('<li class="message-place"' + articles[0].split("</li>")[0]).found


def called(person: User, topic: Topic) -> str:
    return Alias.objects.get(person=person, place=topic.trait.place).name


@pytest.mark.parametrize("reader", ["member", "moderator", "visitor"])
@pytest.mark.parametrize("naming", NAMINGS)
def test_PB_02_nothing_visible_ties_two_topics_together(
    people,
    salla,
    shown,
    let_through,
    signed_in,
    naming,
    reader,
):
    """Kiuru writes in both; Peippo and Siili in one each. What Kiuru's two messages share, the
    messages of two different people share as well; so does what stands on the list of topics."""
    board = make_board("any", "everyone", naming=naming)
    wish = {"new_name": naming == names.STEADY}
    kiuru, peippo, siili, orava = people
    one, two = (opened(board, kiuru, let_through, **wish) for _ in range(2))
    three = opened(board, peippo, let_through, **wish)
    shown(one, peippo, "Sama alku.", **wish)
    shown(two, siili, "Sama alku.", **wish)
    browser = {
        "member": lambda: signed_in(orava),
        "moderator": lambda: signed_in(salla),
        "visitor": Client,
    }[reader]()
    pages = {
        topic: browser.get(reverse("talk:topic", args=[topic.trait.ref])).content.decode()
        for topic in (one, two, three)
    }
    same = piece_of(pages[one], called(kiuru, one)) & piece_of(pages[two], called(kiuru, two))
    control = piece_of(pages[one], called(peippo, one)) & piece_of(pages[two], called(siili, two))
    opening = piece_of(pages[one], called(kiuru, one)) & piece_of(
        pages[three], called(peippo, three)
    )
    assert same <= control | opening, same - control - opening
    assert kiuru.pseudonym not in pages[one] + pages[two]
    cards = browser.get(reverse("talk:board", args=[board.ref])).content.decode()
    assert kiuru.pseudonym not in cards
    listed = {
        called(who, topic): Pieces(
            next(
                part.split("</article>")[0]
                for part in cards.split("<article")
                if called(who, topic) in part
            )
        ).found
        for who, topic in ((kiuru, one), (kiuru, two), (peippo, three))
    }
    first, second, third = listed.values()
    assert first & second <= (first & third) | (second & third)


def test_PB_02_a_new_name_is_chosen_in_the_composer_once(
    people,
    open_board,
    salla,
    let_through,
    signed_in,
):
    kiuru, peippo = people[0], people[1]
    topic = opened(open_board, peippo, let_through)
    browser, address = signed_in(kiuru), reverse("talk:topic", args=[topic.trait.ref])
    page = browser.get(address).content.decode()
    assert page.count('name="new_name"') == 2 and kiuru.pseudonym in page
    send = reverse("talk:reply", args=[topic.trait.ref])
    browser.post(send, {"body": "Hei", "new_name": "new"})
    name = called(kiuru, topic)
    assert name != kiuru.pseudonym
    page = browser.get(address).content.decode()
    assert 'name="new_name"' not in page and f"<bdi>{name}</bdi>" in page
    # Once taken it stays, whatever is sent later.
    for forged in ("", "new", "Peippo"):
        browser.post(send, {"body": f"Hei {forged}", "new_name": forged})
    assert called(kiuru, topic) == name


@pytest.mark.parametrize("forged", ["Peippo", "steady", "peippo", "0", "new\x00"])
@pytest.mark.parametrize("naming", NAMINGS)
def test_PB_02_a_forged_choice_takes_nobodys_name(
    people,
    let_through,
    signed_in,
    naming,
    forged,
):
    kiuru, peippo = people[0], people[1]
    board = make_board("any", "everyone", naming=naming)
    topic = opened(board, peippo, let_through)
    typed = {"body": "Hei", "new_name": forged, "name": "Peippo", "alias": "Peippo"}
    signed_in(kiuru).post(reverse("talk:reply", args=[topic.trait.ref]), typed)
    taken = Alias.objects.filter(person=kiuru, place=topic.trait.place).first()
    if naming == names.STEADY:
        assert taken is None  # refused as a whole, and the words came back
    else:
        assert taken.name not in {"Peippo", "Kiuru", forged}


def test_EX_05_words_kept_over_the_sign_in_begin_with_the_more_private_name(
    people,
    open_board,
    let_through,
    client,
):
    """The choice is not kept with the words, and must not turn into the less private one."""
    topic = opened(open_board, people[1], let_through)
    page = client.post(
        reverse("talk:reply", args=[topic.trait.ref]), {"body": "Hei", "new_name": "new"}
    ).content.decode()
    typed = dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>([^<]*)<', page))
    typed |= {"pseudonym": "Kiuru", "passphrase": "lamppu ikkunalla palaa"}
    typed["next"] = reverse("talk:topic", args=[topic.trait.ref])
    answer = client.post(reverse("accounts:sign_in"), typed, follow=True).content.decode()
    assert "Hei" in answer
    assert re.search(r'value="new"[^>]*checked', answer)


@pytest.mark.parametrize("board_kind", ["steady", "per_topic"])
def test_PB_02_the_board_says_its_naming(db, client, board_kind):
    board = make_board("any", "everyone", naming=board_kind)
    page = client.get(f"/en/b/{board.ref}/").content.decode()
    said = {"steady": "the same name in every discussion", "per_topic": "a new name in each"}
    assert said[board_kind] in page


def test_PB_02_a_seat_offers_the_same_choice(people, ville, signed_in):
    group = setting.found_group(ville)
    kiuru, peippo = people[0], people[1]
    browser = signed_in(kiuru)
    address = reverse("groups:group", args=[group.ref])
    assert browser.get(address).content.decode().count('name="new_name"') == 2
    browser.post(reverse("groups:ask", args=[group.ref]), {"new_name": "new"})
    name = Alias.objects.get(person=kiuru, place=group.place).name
    assert name != "Kiuru" and name in browser.get(address).content.decode()
    # Taken back and asked again with the pseudonym: the first name stays.
    browser.post(reverse("groups:withdraw", args=[group.ref]))
    assert 'name="new_name"' not in browser.get(address).content.decode()
    groups.ask_seat(group, by=kiuru)
    assert Alias.objects.get(person=kiuru, place=group.place).name == name
    groups.ask_seat(group, by=peippo)
    assert Alias.objects.get(person=peippo, place=group.place).name == "Peippo"
