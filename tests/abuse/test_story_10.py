"""Story 10: "I make her download everything." """

from datetime import timedelta

from community import promises
from community.accounts import changes
from community.accounts.models import Change
from community.privacy.models import ExportRequest


def test_story_10_whoever_stands_beside_her_gets_nothing_today_and_she_cancels_alone(
    aino, signed_in, evening
):
    """He makes her ask for everything. She cancels it later, from her own phone, with one press."""
    his_eyes = signed_in(aino)
    page = his_eyes.get("/en/i/c/").content.decode()
    assert "Nobody may make you ask for this" in page
    private = page.split('name="private"')[1].split(">")[0]
    assert "checked" not in private, "cases and safety settings are a box of their own, empty"
    his_eyes.post("/en/i/c/", {"basics": "on", "private": "on"})
    asked = ExportRequest.objects.get(person=aino)
    here = f"/en/i/c/{asked.ref}/"
    assert his_eyes.post(here).status_code == 403
    assert his_eyes.post(f"{here}get/").status_code == 409
    evening.shift(timedelta(hours=3))
    her_phone = signed_in(aino)
    assert f"{here}no/" in her_phone.get("/en/b/").content.decode(), "she sees it wherever she is"
    her_phone.post(f"{here}no/")
    evening.shift(promises.EXPORT_WAITS)
    his_eyes = signed_in(aino)
    assert his_eyes.post(here).status_code == 403
    assert his_eyes.post(f"{here}get/").status_code == 409
    assert [one.what for one in changes.of(aino)][:2] == [
        Change.What.EXPORT_CANCELLED,
        Change.What.EXPORT_ASKED,
    ]
