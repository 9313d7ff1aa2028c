"""Makes a copy of one's own data: the same content for machines and for people, in one zip."""

import io
import json
import zipfile
from datetime import date, datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format

from community.accounts.models import User
from community.core import knowing
from community.core.knowing import Part

# Says nothing to whoever sees a list of downloads (EX-07).
NAME = "tiedot.zip"


def packed(person: User, parts: list[Part]) -> bytes:
    """The zip, in memory only: nothing of it stays with us (PR-04)."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("tiedot.json", as_json(person, parts))
        pack.writestr("tiedot.html", as_page(person, parts))
    return held.getvalue()


def as_json(person: User, parts: list[Part]) -> str:
    """For programs: codes as names, times as ISO 8601."""
    return json.dumps(collected(person, parts), ensure_ascii=False, indent=2, default=_plain)


def collected(person: User, parts: list[Part]) -> dict:
    """What every room gives of this person, by part and chapter."""
    with translation.override("en"):
        return {
            part.value: {one.name: one.rows(person) for one in knowing.exporters(part)}
            for part in parts
        }


def as_page(person: User, parts: list[Part]) -> str:
    """For people: every chapter with a heading, in the language that is active."""
    chapters = [
        {"title": one.title, "rows": [_row(one, row) for row in one.rows(person)]}
        for one in knowing.exporters(*parts)
    ]
    return render_to_string(
        "privacy/copy.html", {"chapters": chapters, "language": translation.get_language()}
    )


def _row(exporter: knowing.Exporter, row: dict) -> list[tuple]:
    return [
        (words, _readable(row[code]))
        for code, words in exporter.columns.items()
        if row.get(code) not in (None, "", [])
    ]


def _readable(value: object) -> object:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return value


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        zone = timezone.get_default_timezone() if settings.USE_TZ else None
        return value.astimezone(zone).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value)
