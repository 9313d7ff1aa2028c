"""Editing: who comes in, what the gates stop at the door of publishing, what a preview may do."""

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from cms.models import ChildDoorPage, ChildPage, ContactLine, GuidePage, SafetyReview
from community.accounts import services
from community.accounts.models import Role, User
from community.core.errors import Refused


@pytest.fixture
def helmi(wing) -> User:
    """The editor."""
    return User.objects.get(pk=wing["helmi"].pk)


@pytest.fixture
def unsafe(wing) -> ChildPage:
    return ChildPage.objects.filter(kind="unsafe", locale__language_code="fi").first()


def test_an_editor_opens_the_editors_side(helmi, signed_in):
    client = signed_in(helmi)
    for name in ("wagtailadmin_home", "wagtailadmin_explore_root"):
        assert client.get(reverse(name)).status_code == 200
    lines = reverse("wagtailsnippets_cms_contactline:list")
    assert client.get(lines).status_code == 200


@pytest.mark.parametrize("role", ["editor", "coordinator"])
def test_EX_01_the_way_out_stands_on_the_staff_side_too(wing, person, signed_in, role):
    client = signed_in(person("Ilmari", role))
    page = client.get("/editor/", follow=True).content.decode()
    assert '"label": "Poistu nopeasti"' in page and '"url": "/leave/"' in page
    assert client.get("/leave/").status_code == 302
    assert client.get("/editor/").status_code in {200, 302}
    assert '"label": "Poistu nopeasti"' not in client.get("/editor/").content.decode()


def test_for_a_member_it_is_not_there(wing, aino, signed_in):
    assert signed_in(aino).get("/editor/").status_code == 404
    assert signed_in(aino).get("/editor/pages/").status_code == 404


def test_others_are_asked_to_sign_in_at_our_own_door(wing, client):
    answer = client.get("/editor/")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/a/in/?next=/editor/")


@pytest.mark.parametrize("kind", [kind for kind in Role.Kind.values if kind != "editor"])
def test_no_other_role_opens_it(wing, person, signed_in, kind):
    client = signed_in(person("Ilmari", kind))
    assert client.get("/editor/pages/").status_code == 404
    home = client.get("/editor/")
    if kind == Role.Kind.COORDINATOR:  # has a part of its own, without pages
        assert home["Location"] == "/editor/people/"
    else:
        assert home.status_code == 404


def test_the_right_follows_the_role_at_once(wing, person, signed_in, helmi):
    someone = person("Ilmari")
    client = signed_in(someone, second_factor=True)
    services.give_role(someone, Role.Kind.EDITOR, by=helmi)
    assert client.get("/editor/").status_code == 200
    services.end_role(someone, Role.Kind.EDITOR, by=helmi)
    assert "/a/in/" in client.get("/editor/").url  # SE-08: signed out everywhere
    assert signed_in(someone).get("/editor/").status_code == 404


def test_the_group_follows_without_the_door(wing, person, django_capture_on_commit_callbacks):
    someone = person("Ilmari")
    with django_capture_on_commit_callbacks(execute=True):
        services.give_role(someone, Role.Kind.EDITOR, by=None)
    assert someone.groups.filter(name="Editors").exists()
    with django_capture_on_commit_callbacks(execute=True):
        services.end_role(someone, Role.Kind.EDITOR, by=someone)
    assert not someone.groups.exists()


def test_an_editor_may_not_look_after_people(helmi, signed_in):
    assert signed_in(helmi).get(reverse("wagtailusers_users:index")).status_code in {302, 403, 404}


def edit(client, page: ChildPage, **changed):
    """Send the editor's form of a child's page as it stands, with some fields changed."""
    readings = list(page.reviews.all())
    data = {
        "title": page.title,
        "heading": page.heading,
        "kind": page.kind,
        "grown_up": page.grown_up,
        **_stream("screens", page.screens),
        **_stream("choices", page.choices),
        **_formset("reviews", readings),
        **_formset("comments", []),
        **changed,
    }
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def _stream(name: str, stream) -> dict:
    data = {f"{name}-count": len(stream)}
    for at, block in enumerate(stream):
        place = f"{name}-{at}"
        data |= {f"{place}-deleted": "", f"{place}-order": at, f"{place}-type": block.block_type}
        data |= {f"{place}-id": block.id}
        data |= {f"{place}-value-{key}": value or "" for key, value in block.value.items()}
    return data


def _formset(name: str, rows: list[SafetyReview]) -> dict:
    data = {f"{name}-TOTAL_FORMS": len(rows), f"{name}-INITIAL_FORMS": len(rows),
            f"{name}-MIN_NUM_FORMS": 0, f"{name}-MAX_NUM_FORMS": 1000}  # fmt: skip
    for at, row in enumerate(rows):
        data |= {f"{name}-{at}-id": row.pk, f"{name}-{at}-field": row.field,
                 f"{name}-{at}-read_by": row.read_by,
                 f"{name}-{at}-read_on": row.read_on.isoformat()}  # fmt: skip
    return data


PUBLISH = {"action-publish": "yes"}


def test_CH_06_a_page_that_keeps_its_figures_goes_out(helmi, signed_in, unsafe):
    answer = edit(signed_in(helmi), unsafe, grown_up="Pysähdy kuvan kohdalle.", **PUBLISH)
    assert answer.status_code == 302
    unsafe.refresh_from_db()
    assert unsafe.grown_up == "Pysähdy kuvan kohdalle."


def test_a_long_page_of_many_blocks_can_be_saved(helmi, signed_in, unsafe):
    many = {f"screens-0-value-part-{at}": "" for at in range(1500)}
    assert edit(signed_in(helmi), unsafe, **many).status_code == 302


def test_CH_06_too_long_a_page_stops_and_keeps_every_word(helmi, signed_in, unsafe):
    long = "Voit aina puhua. " * 40
    answer = edit(signed_in(helmi), unsafe, **{"screens-0-value-text": long[:590]}, **PUBLISH)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Voit aina puhua. Voit aina puhua." in html
    unsafe.refresh_from_db()
    assert "Voit aina puhua" not in str(unsafe.screens)


def test_CH_06_a_draft_is_always_saved(helmi, signed_in, unsafe):
    answer = edit(signed_in(helmi), unsafe, **{"screens-0-value-text": "Voit puhua. " * 40})
    assert answer.status_code == 302
    saved = ChildPage.objects.get(pk=unsafe.pk).get_latest_revision_as_object()
    assert "Voit puhua" in str(saved.screens)


def test_CH_10_a_changed_word_asks_for_new_readings(helmi, signed_in, unsafe):
    client = signed_in(helmi)
    changed = {"heading": "Jos kotona on paha olla"}
    assert edit(client, unsafe, **changed, **PUBLISH).status_code == 200
    unsafe.refresh_from_db()
    assert unsafe.heading != changed["heading"]
    new = {"reviews-TOTAL_FORMS": 4}
    for at, field in ((2, "protection"), (3, "violence")):
        new |= {f"reviews-{at}-id": "", f"reviews-{at}-field": field,
                f"reviews-{at}-read_by": "Sosiaalityöntekijä",
                f"reviews-{at}-read_on": "2026-11-17"}  # fmt: skip
    assert edit(client, unsafe, **changed, **new, **PUBLISH).status_code == 302
    unsafe = ChildPage.objects.get(pk=unsafe.pk)
    assert unsafe.heading == changed["heading"]
    recorded = unsafe.reviews.order_by("-pk").first()
    assert recorded.seal and recorded.recorded_by == helmi


def test_CH_10_a_forged_seal_is_not_a_field(helmi, signed_in, unsafe):
    forged = {"heading": "Toinen otsikko", "reviews-0-seal": "0" * 32, "reviews-0-recorded_by": "1"}
    assert edit(signed_in(helmi), unsafe, **forged, **PUBLISH).status_code == 200


def test_CH_10_no_way_around_the_form(unsafe):
    unsafe.heading = "Jokin aivan muu"
    with pytest.raises(Refused):
        unsafe.save_revision().publish()


def test_CH_10_a_new_page_without_readings_does_not_go_out(wing):
    door = ChildDoorPage.objects.filter(band="9-12", locale__language_code="fi").first()
    page = ChildPage(title="Lapsille", heading="Uusi", kind="unsafe", live=False,
                     screens=[("picture", {"symbol": "sun", "text": "Hei."})])  # fmt: skip
    door.add_child(instance=page)
    with pytest.raises(Refused):
        page.save_revision().publish()
    assert not ChildPage.objects.get(pk=page.pk).live


def test_EX_07_a_telling_title_does_not_go_out(wing):
    page = GuidePage.objects.filter(locale__language_code="fi").first()
    page.title = "Avioero vaihe vaiheelta"
    with pytest.raises(Refused):
        page.save_revision().publish()


def test_EX_07_an_address_is_made_for_the_editor_and_is_opaque(wing):
    index = GuidePage.objects.filter(locale__language_code="fi").first().get_parent()
    page = GuidePage(title="Opas 9", heading="Huoltoriita", intro="Alku", checked_on="2026-11-01")
    index.add_child(instance=page)
    assert len(page.slug) == 16 and "huolto" not in page.slug and "opas" not in page.slug


def test_a_translation_begins_with_the_same_address(wing):
    from wagtail.models import Locale

    page = GuidePage.objects.filter(locale__language_code="fi").first()
    GuidePage.objects.get(locale__language_code="sv", slug=page.slug).delete()
    copy = page.copy_for_translation(Locale.objects.get(language_code="sv"))
    assert (copy.slug, copy.live) == (page.slug, False)


def test_CH_08_an_old_number_stops_its_pages_and_fails_the_check(wing, unsafe):
    call_command("check_contacts")
    with time_machine.travel("2027-03-01 18:00:00+02:00"):
        with pytest.raises(CommandError):
            call_command("check_contacts")
        with pytest.raises(Refused):
            unsafe.save_revision().publish()


def test_CH_08_the_editors_first_page_names_old_numbers(helmi, signed_in):
    client = signed_in(helmi)
    line = ContactLine.objects.filter(locale__language_code="fi").first()
    ContactLine.objects.filter(pk=line.pk).update(checked_on="2026-01-01")
    assert str(line) in client.get("/editor/").content.decode()


@pytest.mark.parametrize("kind", [GuidePage, ChildPage, ChildDoorPage])
def test_a_preview_stands_beside_the_text(helmi, signed_in, kind):
    client, page = signed_in(helmi), kind.objects.first()
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert answer.status_code == 200
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert page.heading in answer.content.decode() or kind is ChildDoorPage


def test_each_kind_of_page_can_be_opened_for_editing(helmi, signed_in):
    client = signed_in(helmi)
    kinds = {}
    for page in Page.objects.filter(depth__gt=1).specific():
        kinds.setdefault(type(page), page)
    for page in kinds.values():
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_what_editors_do_is_written_down(helmi, signed_in, unsafe):
    edit(signed_in(helmi), unsafe, grown_up="Hetki rauhassa.", **PUBLISH)
    assert PageLogEntry.objects.filter(
        page=unsafe.pk, user=helmi, action="wagtail.publish"
    ).exists()
