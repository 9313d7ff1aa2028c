"""Abuse story 4: "I put her on my own distance list to learn if she is here." No oracle (PB-12).

Two evenings, the same but for one thing: on one she is a member. What he is answered, told and
shown is put side by side. How often the best guess is right over a thousand months is counted in
`tests/unit/safety/test_distance_oracle.py`.
"""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from community import promises
from community.accounts.models import Alias
from community.core.knowing import Part, exporters
from community.groups import services as groups
from community.safety import distance
from community.safety.distance_queries import apart
from forum.discussion import services
from tests.conftest import EVENING
from tests.unit.groups.setting import found_group
from tests.unit.safety.distance_cast import KAI, identified

HERS = {"given_names": "Kai", "family_name": "Testinen", "birth_date": "29.2.1980"}
LIST = "/fi/s/d/"


@pytest.fixture(autouse=True)
def switched_on(settings, monkeypatch) -> None:
    settings.DISTANCE_LIST = True
    monkeypatch.setattr(promises, "FIRST_POSTS_READ", 0)


def plain(answer) -> tuple:
    """An answer without what is new in each one: tokens, references, names drawn by lot."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    for alias in Alias.objects.select_related("person"):
        text = text.replace(alias.name, f"name of {alias.person.pseudonym} here")
    text = re.sub(r'data-left="\d+"', "", text)  # seconds of the session
    text = re.sub(r"[a-z2-7]{16}", "ref", text)
    headers = {k: v for k, v in answer.headers.items() if k != "Content-Length"}
    return answer.status_code, re.sub("[a-z2-7]{16}", "ref", str(headers)), *text.split("\n")


@pytest.fixture
def evening_with(members_board, mikko, ville, person, signed_in, evening):
    """What the attacker sees, from putting her on the list to asking for seats."""

    def goes(*, she_is_here: bool) -> list:
        evening.move_to(EVENING)
        her = person("Harmaa kivi")
        if she_is_here:
            identified(her, "010190-900P", **KAI)
        him = identified(mikko, "010190Y901R")
        client = signed_in(him)
        services.start(members_board, title="Aihe", body="Sanottua", language="fi", by=her)
        group = found_group(ville)
        groups.ask_seat(group, by=her)
        groups.give_seat(group, to=her, by=ville)
        board = reverse("talk:board", args=[members_board.ref])
        room = reverse("groups:group", args=[group.ref])
        pages = (board, LIST, room, "/fi/s/", "/fi/s/changes/", reverse("accounts:own"))
        seen = [plain(client.get(page)) for page in pages]
        seen.append(plain(client.post(LIST, HERS)))
        evening.shift(timedelta(hours=25))
        distance.meet()
        client = signed_in(him)
        assert apart(him.__class__.objects.get(pk=him.pk)) == ({her.pk} if she_is_here else set())
        seen += [plain(client.get(page)) for page in pages]
        # A seat is asked for like by everybody, and waited for like by everybody.
        seen.append(plain(client.post(reverse("groups:ask", args=[group.ref]), {"words": ""})))
        seen.append(plain(client.get(room)))
        request = group.requests.get(person=him)
        groups.answer_request(request, gives=False, by=ville)
        seen.append(plain(client.get(room)))
        copies = [
            one.rows(him)
            for one in exporters(Part.BASICS, Part.PRIVATE)
            if one.name in {"distance", "blocks"}
        ]
        return [*seen, copies]

    return goes


def test_story_04_i_put_her_on_my_own_list(evening_with, db):
    """Nothing he is shown differs by so much as a word."""
    evenings = []
    for she_is_here in (True, False):
        undo = transaction.savepoint()
        evenings.append(evening_with(she_is_here=she_is_here))
        transaction.savepoint_rollback(undo)
        cache.clear()
    for one, other in zip(*evenings, strict=True):
        assert [*map(str, one)] == [*map(str, other)]
