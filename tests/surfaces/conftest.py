"""The evening on which Kanariasaari has been everywhere."""

import pytest

from tests.talk import *  # noqa: F403

from .world import Talk, World, sit_together, talk_everywhere, talk_in_the_room


@pytest.fixture
def people(person, ville) -> dict:
    return {
        "blocked": person("Kanariasaari", "volunteer"),
        "viewer": person("Tuulenpesä"),
        "third": person("Kolmikulma"),
        "leader": ville,
    }


@pytest.fixture
def quiet_world(people, evening, open_board, let_through, signed_in) -> World:
    """All of talk; in the room everybody sits, and nobody has said anything yet."""
    found = talk_everywhere(Talk(let_through), evening, open_board, people)
    group = sit_together(people["leader"], people["blocked"], people["viewer"], people["third"])
    seat_ref = group.seats.get(person=people["blocked"]).ref
    client = signed_in(people["viewer"])
    return World(**people, **found, board=open_board, group=group, seat_ref=seat_ref, client=client)


@pytest.fixture
def world(quiet_world) -> World:
    talk_in_the_room(quiet_world)
    return quiet_world
