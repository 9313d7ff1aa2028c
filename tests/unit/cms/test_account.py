"""The staff side's page of one's own settings: language and look, nothing about the person."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

LOOK = {"theme": "dark", "contrast": "system", "density": "default"}


def test_SE_12_the_staff_side_asks_for_no_name_and_takes_no_picture(
    person, signed_in, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    client = signed_in(person("Helmi", "editor"))
    page = client.get(reverse("wagtailadmin_account"))
    fields = re.findall(r'<(?:input|select)[^>]* name="([a-z_]+)-', page.content.decode())
    assert page.status_code == 200 and {"locale", "theme"} <= set(fields) <= {"locale", "theme"}
    given = {f"theme-{name}": value for name, value in LOOK.items()}
    given |= {
        "locale-preferred_language": "fi",
        "name_email-first_name": "Oikea",
        "name_email-last_name": "Nimi",
        "avatar-avatar": SimpleUploadedFile("oma nimi.gif", b"GIF89a", "image/gif"),
    }
    assert client.post(reverse("wagtailadmin_account"), given).status_code == 302
    assert not list(tmp_path.rglob("*"))
