"""How a task begins, what is kept of it, and how it ends; nobody is listed who has none."""

from datetime import timedelta

import pytest
from django import forms
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone

from community import promises
from community.accounts import hats, inviting, recording, staff_forms
from community.accounts import staff_queries as queries
from community.accounts.models import User
from community.accounts.task_models import Invitation, TaskRecord, Training
from community.audit.models import Entry
from community.core.errors import Concealed, Refused

PAGES = ("people:index", "people:invite", "people:professions")
ABOUT_ONE = ("people:person", "people:training", "people:tasks", "people:extract")


def again(someone: User) -> User:
    return User.objects.get(pk=someone.pk)


def test_ID_06_a_code_is_long_shown_once_and_kept_only_as_a_sum(code_for, desk_of_outi):
    code = code_for("volunteer")
    letters = code.replace("-", "")
    kept = Invitation.objects.get()
    assert len(letters) >= 20 and len(set(letters)) > 6
    assert kept.expires_at - kept.made_at == pytest.approx(
        promises.INVITATION_OPEN, abs=timedelta(seconds=5)
    )
    row = " ".join(str(value) for value in vars(kept).values())
    assert code not in row and letters not in row
    page = desk_of_outi.get(reverse("people:index")).content.decode()
    assert code not in page and letters not in page


def test_ID_06_the_person_enters_the_code_and_the_task_begins(code_for, aino, signed_in, outi):
    code = code_for("volunteer", "moderator", permitted=("desk",))
    client = signed_in(aino)
    assert "I have a code" not in client.get(reverse("accounts:task")).content.decode()
    spoken = f"  {code.upper().replace('-', ' ')} "
    assert client.post(reverse("accounts:task"), {"code": spoken}).status_code == 200
    person = again(aino)
    assert person.has_role("volunteer") and person.has_role("moderator")
    assert person.may_take("desk") and not person.may_take("answering")
    taken = Invitation.objects.get()
    assert (taken.taken_by, taken.by) == (aino, outi)
    given = Entry.objects.filter(tag="accounts.role_given", by=outi)
    assert {line.facts["kind"] for line in given} == {"volunteer", "moderator"}


@pytest.mark.parametrize("spoilt", ["used", "late", "withdrawn", "wrong", "own"])
def test_ID_06_a_code_that_does_not_work_gives_nothing(
    spoilt, code_for, desk_of_outi, outi, aino, mikko, signed_in, evening
):
    code, who = code_for("moderator"), aino
    if spoilt == "used":
        inviting.take(code, by=mikko)
    if spoilt == "late":
        evening.shift(promises.INVITATION_OPEN + timedelta(seconds=1))
    if spoilt == "withdrawn":
        made = Invitation.objects.get()
        assert desk_of_outi.get(reverse("people:withdraw", args=[made.ref])).status_code == 200
        desk_of_outi.post(reverse("people:withdraw", args=[made.ref]))
    if spoilt == "wrong":
        code = "aaaa-" * 6
    if spoilt == "own":
        who = outi
    answer = signed_in(who).post(reverse("accounts:task"), {"code": code})
    assert answer.status_code == 403 and not again(who).has_role("moderator")


def test_SE_11_codes_cannot_be_guessed_at_leisure(aino, signed_in, code_for):
    code, client = code_for("moderator"), signed_in(aino)
    for _ in range(promises.LIMITS["codes"][0]):
        assert client.post(reverse("accounts:task"), {"code": "x" * 24}).status_code == 403
    answer = client.post(reverse("accounts:task"), {"code": code})
    assert answer.status_code == 429 and not again(aino).has_role("moderator")
    assert code in answer.content.decode()  # nothing typed is lost


def test_PV_11_a_role_brings_only_its_permitted_task(outi, salla, aino, mikko, code_for):
    assert salla.may_take("desk") and not salla.may_take("groups")  # no record: the role says it
    recording.set_tasks(salla, permitted=["answering"], supervisor=None, by=outi)
    person = again(salla)
    assert not person.may_open_desk and person.may_take("answering")
    assert [hat.kind for hat in hats.hats_of(person)] == ["volunteer"]
    with pytest.raises(Refused):
        inviting.invite(kinds=["editor"], permitted=["desk"], by=outi)
    inviting.take(code_for("facilitator"), by=mikko)
    assert not again(mikko).may_take("groups")
    with pytest.raises(Refused):  # a member stands beside nobody
        recording.set_tasks(salla, permitted=[], supervisor=aino, by=outi)


def test_PV_11_without_the_task_there_is_no_desk(outi, salla, signed_in):
    client = signed_in(salla)
    assert client.get(reverse("desk:queue")).status_code == 200
    recording.set_tasks(salla, permitted=[], supervisor=None, by=outi)
    assert client.get(reverse("desk:queue")).status_code == 404


def test_PV_11_training_supervisor_and_tasks_are_kept_through_the_pages(
    desk_of_outi, outi, salla, ville
):
    at = {name: reverse(name, args=[salla.ref]) for name in ABOUT_ONE}
    desk_of_outi.post(at["people:training"], {"what": "Ensi-ilta", "on": "2.11.2026"})
    desk_of_outi.post(at["people:tasks"], {"permitted": ["desk"], "supervisor": ville.ref})
    assert Training.objects.get().marked_by == outi
    record = TaskRecord.objects.get()
    assert (record.tasks, record.supervisor) == (["desk"], ville)
    page = desk_of_outi.get(at["people:person"]).content.decode()
    assert "Ensi-ilta" in page and "Ville" in page


def test_what_was_typed_is_there_after_a_refusal(desk_of_outi, salla):
    address = reverse("people:training", args=[salla.ref])
    answer = desk_of_outi.post(address, {"what": "Ensi-ilta", "on": "2030-01-01"})
    assert answer.status_code == 403 and 'value="Ensi-ilta"' in answer.content.decode()
    assert not Training.objects.exists()


def test_PV_04_of_an_extract_three_facts_are_kept(desk_of_outi, outi, salla):
    address = reverse("people:extract", args=[salla.ref])
    desk_of_outi.post(address, {"issued_on": "2026-11-01", "file": "x", "number": "123"})
    record = TaskRecord.objects.get()
    assert str(record.extract_issued_on) == "2026-11-01"
    assert (record.extract_seen_by, record.extract_seen_on) == (outi, timezone.localdate())
    kept = {f.name for f in TaskRecord._meta.get_fields() if f.name.startswith("extract")}
    assert kept == {"extract_issued_on", "extract_seen_by", "extract_seen_on"}


def test_PV_04_no_table_of_people_or_the_desk_has_a_field_for_a_file():
    for label in ("accounts", "safeguarding"):
        for model in apps.get_app_config(label).get_models():
            for field in model._meta.get_fields():
                assert not isinstance(field, models.FileField | models.BinaryField), field
    for form in vars(staff_forms).values():
        if isinstance(form, type) and issubclass(form, forms.Form):
            assert not any(isinstance(f, forms.FileField) for f in form.base_fields.values())


def test_PV_04_nobody_sees_the_own_extract_not_even_by_hand(outi, salla):
    with pytest.raises(Refused):
        recording.see_extract(outi, issued_on=timezone.localdate(), by=outi)
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskRecord.objects.create(
            person=salla,
            extract_issued_on="2026-11-01",
            extract_seen_by=salla,
            extract_seen_on="2026-11-02",
        )


def test_PV_12_a_role_is_ended_after_a_look_and_is_gone(desk_of_outi, salla, signed_in):
    address, theirs = reverse("people:end_role", args=[salla.ref, "moderator"]), signed_in(salla)
    assert desk_of_outi.get(address).status_code == 200
    assert again(salla).has_role("moderator")  # looking ends nothing
    assert theirs.get(reverse("desk:queue")).status_code == 200
    assert desk_of_outi.post(address).status_code == 302
    assert not again(salla).has_role("moderator") and again(salla).has_role("volunteer")
    assert theirs.get(reverse("desk:queue")).status_code != 200
    assert desk_of_outi.post(address).status_code == 404


def test_PV_12_an_ended_task_does_not_come_back_with_the_role(outi, salla, code_for):
    recording.set_tasks(salla, permitted=["desk", "answering"], supervisor=None, by=outi)
    inviting.end_role(again(salla), "moderator", by=outi)
    inviting.take(code_for("moderator"), by=again(salla))
    assert again(salla).has_role("moderator") and not again(salla).may_take("desk")


def test_nobody_keeps_the_own_record(desk_of_outi, outi):
    for name, given in (
        ("people:training", {"what": "Kaikki", "on": "2026-11-01"}),
        ("people:tasks", {"permitted": ["desk"]}),
    ):
        assert desk_of_outi.post(reverse(name, args=[outi.ref]), given).status_code == 403
    desk_of_outi.post(reverse("people:end_role", args=[outi.ref, "coordinator"]))
    assert again(outi).has_role("coordinator")


def test_PB_03_only_people_with_a_task_are_listed_or_reached(
    desk_of_outi, outi, aino, mikko, salla, code_for
):
    inviting.take(code_for("volunteer"), by=mikko)
    inviting.end_role(again(mikko), "volunteer", by=outi)
    page = desk_of_outi.get(reverse("people:index")).content.decode()
    assert "Aino" not in page and "Salla" in page and "Mikko" in page
    for name in ABOUT_ONE:
        assert desk_of_outi.get(reverse(name, args=[aino.ref])).status_code == 404
        assert desk_of_outi.post(reverse(name, args=[aino.ref])).status_code in {404, 405}
    assert 'type="search"' not in page and "?q=" not in page


@pytest.mark.parametrize("who", ["aino", "salla", "helmi", "laine"])
def test_SE_03_the_people_pages_are_there_for_coordinators_only(who, request, salla, signed_in):
    client = signed_in(request.getfixturevalue(who))
    addresses = [reverse(name) for name in PAGES]
    addresses += [reverse(name, args=[salla.ref]) for name in ABOUT_ONE]
    addresses.append(reverse("people:end_role", args=[salla.ref, "moderator"]))
    for address in addresses:
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    if who == "helmi":
        assert "/editor/people/" not in client.get("/editor/").content.decode()


def test_SE_03_a_coordinator_sees_the_own_part_and_no_pages(desk_of_outi):
    home = desk_of_outi.get("/editor/")
    assert home.status_code == 302 and home["Location"] == reverse("people:index")
    assert 'action="/editor/pages/"' not in desk_of_outi.get(home["Location"]).content.decode()
    for address in ("pages/", "snippets/", "reports/site-history/", "choose-page/", "sites/"):
        assert desk_of_outi.get(f"/editor/{address}").status_code == 404, address


def test_SE_03_a_signed_out_form_gives_back_what_was_typed(client, salla):
    address = reverse("people:training", args=[salla.ref])
    page = client.post(address, {"what": "Ensi-ilta"})
    assert page.status_code == 403 and "Ensi-ilta" in page.content.decode()


@pytest.mark.parametrize("verb", ["invite", "end_role", "mark", "tasks", "extract"])
def test_PV_11_the_verbs_themselves_know_only_coordinators(verb, salla, ville):
    day = timezone.localdate()
    acts = {
        "invite": lambda: inviting.invite(kinds=["editor"], permitted=[], by=salla),
        "end_role": lambda: inviting.end_role(ville, "facilitator", by=salla),
        "mark": lambda: recording.mark_training(ville, what="x", on=day, by=salla),
        "tasks": lambda: recording.set_tasks(ville, permitted=[], supervisor=None, by=salla),
        "extract": lambda: recording.see_extract(ville, issued_on=day, by=salla),
    }
    with pytest.raises(Concealed):
        acts[verb]()
    assert not queries.people_with_tasks(salla).exists()


def test_the_list_asks_the_same_whatever_its_length(
    desk_of_outi, person, django_assert_max_num_queries
):
    for number in range(12):
        person(f"Ihminen {number}", "volunteer")
    desk_of_outi.get(reverse("people:index"))
    with django_assert_max_num_queries(25):
        desk_of_outi.get(reverse("people:index"))


def test_the_first_coordinator_is_made_at_the_machine_and_only_the_first(aino, mikko):
    with pytest.raises(CommandError):
        call_command("first_coordinator", "Eipäole")
    call_command("first_coordinator", "Aino")
    assert again(aino).has_role("coordinator")
    with pytest.raises(CommandError):
        call_command("first_coordinator", "Mikko")
    assert not again(mikko).has_role("coordinator")


def test_PV_12_codes_of_somebody_who_is_no_coordinator_any_more_open_nothing(
    code_for, person, outi, aino
):
    code, colleague = code_for("coordinator"), person("Helmi", "coordinator")
    inviting.end_role(outi, "coordinator", by=colleague)
    with pytest.raises(Refused):
        inviting.take(code, by=aino)
    assert not again(aino).has_role("coordinator")
