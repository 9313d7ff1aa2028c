"""Who may do what with a group: one table, and the rule against its filter."""

import pytest
from django.contrib.auth.models import AnonymousUser

from community.access import groups as access
from community.access.visible import visible_to
from community.accounts import services as accounts
from community.accounts.models import User
from community.core.errors import Concealed, Refused
from community.groups import queries, services
from community.groups.models import Message, PeerGroup, Seat

from . import setting

YES, NO, HIDDEN = "allowed", "refused", "concealed"
WHO = ["nobody", "tuuli", "other_facilitator", "mikko", "ville"]

# verb: what each of WHO hears while the session is open
TABLE = {
    "may_see": [YES, YES, YES, YES, YES],
    "may_ask_seat": [NO, YES, YES, NO, NO],
    "may_give_seat": [HIDDEN, HIDDEN, HIDDEN, NO, YES],
    "may_seat_one_more": [HIDDEN, HIDDEN, HIDDEN, NO, YES],
    "may_give_up_seat": [HIDDEN, HIDDEN, HIDDEN, YES, NO],
    "may_open": [HIDDEN, HIDDEN, HIDDEN, NO, NO],  # it is open
    "may_enter": [HIDDEN, HIDDEN, HIDDEN, YES, YES],
    "may_agree": [HIDDEN, HIDDEN, HIDDEN, YES, YES],
    "may_speak": [HIDDEN, HIDDEN, HIDDEN, YES, YES],
    "may_pause": [HIDDEN, HIDDEN, HIDDEN, NO, YES],
}


@pytest.fixture
def everybody(tuuli, other_facilitator, mikko, ville) -> dict[str, object]:
    people = [AnonymousUser(), tuuli, other_facilitator, mikko, ville]
    return dict(zip(WHO, people, strict=True))


def heard(verdict) -> str:
    if verdict:
        return YES
    return HIDDEN if verdict.is_concealed else NO


@pytest.mark.parametrize("verb", TABLE)
def test_each_verb_hears_what_the_table_says(verb, session, group, everybody):
    rule = getattr(access, verb)
    assert [heard(rule(everybody[who], group)) for who in WHO] == TABLE[verb]


def test_removing_and_hiding_are_the_facilitators(session, group, everybody, aino):
    seat, message = group.seat_of(aino), setting.say(group, aino, "Hei")
    others = [HIDDEN, HIDDEN, HIDDEN, NO, YES]
    assert [heard(access.may_remove(everybody[who], group, seat)) for who in WHO] == others
    assert [heard(access.may_hide(everybody[who], message)) for who in WHO] == others


def test_nobody_removes_themselves_or_a_seat_of_another_group(session, group, ville, aino):
    elsewhere = setting.found_group(ville)
    setting.give_seat(elsewhere, aino, ville)
    assert heard(access.may_remove(ville, group, group.seat_of(ville))) == NO
    assert heard(access.may_remove(ville, group, elsewhere.seat_of(aino))) == HIDDEN


def test_RT_01_without_the_role_a_facilitators_seat_leads_nothing(
    session, group, ville, aino, outi
):
    accounts.end_role(ville, "facilitator", by=outi)
    ville, aino = User.objects.get(pk=ville.pk), User.objects.get(pk=aino.pk)
    assert not access.facilitates(ville, group)
    assert heard(access.may_pause(ville, group)) == NO
    assert heard(access.may_speak(aino, group)) == NO, "the room is shut without a facilitator"


def test_the_rule_for_groups_says_what_its_filter_returns(session, group, everybody, ville, mikko):
    ended = setting.found_group(ville)
    setting.give_seat(ended, mikko, ville)
    PeerGroup.objects.filter(pk=ended.pk).update(ended_at=session.opened_at)
    for who in everybody.values():
        found = set(PeerGroup.objects.filter(visible_to(who, PeerGroup)))
        for one in PeerGroup.objects.all():
            assert bool(access.may_see(who, one)) == (one in found)


@pytest.mark.parametrize("shows_earlier", [False, True])
def test_the_rule_for_messages_says_what_its_filter_returns(
    shows_earlier, session, group, everybody, ville, aino, mikko, tuuli, outi, evening
):
    PeerGroup.objects.filter(pk=group.pk).update(shows_earlier=shows_earlier)
    first = setting.say(group, aino, "Ensimmäinen")
    evening.shift(60)
    setting.give_seat(group, tuuli, ville)
    before_agreeing = bool(access.may_read(tuuli, first))
    services.accept_agreement(group, by=tuuli)
    setting.say(group, mikko, "Toinen")
    services.hide(setting.say(group, aino, "Piilotettu"), by=ville)
    people = [*everybody.values(), aino, outi]
    for who in people:
        found = set(Message.objects.filter(visible_to(who, Message)))
        for message in Message.objects.all():
            assert bool(access.may_read(who, message)) == (message in found), (who, message.seq)
    assert not before_agreeing
    assert bool(access.may_read(tuuli, Message.objects.get(pk=first.pk))) is shows_earlier


def test_RT_05_hidden_words_are_for_facilitators_only(session, group, ville, aino, mikko):
    hidden = setting.say(group, aino, "Liian tarkka osoite")
    services.hide(hidden, by=ville)
    readers = {who: queries.messages(who, session) for who in (ville, aino, mikko)}
    assert [bool(found) for found in readers.values()] == [True, False, False]
    assert queries.hidden(mikko, session) == {hidden.seq}


def test_RT_03_without_the_agreement_nothing_is_read_or_said(session, group, ville, tuuli, aino):
    setting.say(group, aino, "Hei")
    setting.give_seat(group, tuuli, ville)
    assert queries.messages(tuuli, session) == []
    with pytest.raises(Refused):
        setting.say(group, tuuli, "Hei")
    services.accept_agreement(group, by=tuuli)
    assert setting.say(group, tuuli, "Hei").seq == 2


def test_RT_04_from_outside_nobody_sees_who_sits_there(session, group, tuuli, outi):
    for who in (AnonymousUser(), tuuli, outi):
        assert not queries.people(who, group)
        assert not queries.waiting(who, group)
        with pytest.raises(Concealed):
            queries.room_for(who, group.ref)


def test_a_pause_is_quiet_for_all_but_the_facilitator(session, group, ville, aino):
    services.pause(group, by=ville)
    with pytest.raises(Refused):
        setting.say(group, aino, "Hei")
    assert setting.say(group, ville, "Hengitetään hetki.")
    services.resume(group, by=ville)
    assert setting.say(group, aino, "Hei")


def test_two_facilitators_of_one_group_stand_beside_each_other(
    session, group, ville, other_facilitator
):
    setting.give_seat(group, other_facilitator, ville)
    assert not access.facilitates(other_facilitator, group), "a member's seat leads nothing"
    Seat.objects.filter(person=other_facilitator).update(role=Seat.Role.FACILITATOR)
    assert access.facilitates(other_facilitator, group)
