"""Words and marks every page shares: icons, coarse times, places, languages. Knows no room."""

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.forms import BoundField
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from community.core import sheets

register = template.Library()

ICONS = Path(__file__).resolve().parents[2] / "static" / "icons"
TURNING = {"back", "forward", "leave"}  # these point along the reading direction (LA-02)

PLACES = (
    ("cms:guides", gettext_lazy("Guides")),
    ("talk:boards", gettext_lazy("Talk")),
    ("talk:ask", gettext_lazy("Ask")),
    ("safety:help_now", gettext_lazy("Find help")),
)

ROLES = {
    "member": gettext_lazy("Member"),
    "volunteer": gettext_lazy("Volunteer"),
    "facilitator": gettext_lazy("Facilitator"),
    "professional": gettext_lazy("Professional"),
    "moderator": gettext_lazy("Moderator"),
}


@cache
def _drawing(name: str) -> str:
    drawing = ICONS / f"{name}.svg"
    return drawing.read_text(encoding="utf-8").strip() if drawing.exists() else ""


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing from our own set, unseen by screen readers: words always stand beside it.

    A name that is not drawn gives nothing: the words are enough, and a test names it.
    """
    turns = " icon--turns" if name in TURNING else ""
    return mark_safe(
        _drawing(name).replace(
            "<svg ", f'<svg class="icon{turns}" aria-hidden="true" focusable="false" ', 1
        )
    )


@register.simple_tag
def styles(*kinds: str) -> SafeString:
    """One link for each kind of page named; each kind is one joined sheet."""
    links = ((sheets.address(kind),) for kind in dict.fromkeys(kinds))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', links)


@register.simple_tag
def script(name: str) -> SafeString:
    """One of our modules; every page works without it."""
    path = "js/app.js" if name == "app" else f"js/elements/{name}.js"
    return format_html('<script type="module" src="{}"></script>', static(path))


@register.simple_tag
def way(name: str, *args: object) -> str:
    """The address of a named place, or nothing: a site may be run without a room."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def places(context: template.Context) -> list[dict]:
    """The four places of the header; the one we are in is marked."""
    request = context.get("request")
    here, talking = getattr(request, "path", ""), _is_in(request, "talk")
    found = [
        {"name": name, "label": label, "url": url} for name, label in PLACES if (url := way(name))
    ]
    inside = [place for place in found if here.startswith(place["url"])]
    # A topic has a short path of its own (EX-07), so the room says where we are.
    inside = inside or [place for place in found if talking and place["name"] == "talk:boards"]
    if inside:
        nearest = max(inside, key=lambda place: len(place["url"]))
        nearest["current"] = "page" if here == nearest["url"] else "true"
    return found


def _is_in(request: object, room: str) -> bool:
    match = getattr(request, "resolver_match", None)
    return bool(match) and match.namespace == room


@register.simple_tag(takes_context=True)
def alternates(context: template.Context) -> list[dict]:
    """This page in each language; a view that knows better passes `alternates` itself (LA-04)."""
    current = translation.get_language()
    known = context.get("alternates")
    if known is None:
        known = [
            _same_page(context.get("request"), code, current) for code, _n in settings.LANGUAGES
        ]
    return [{**entry, "current": entry["code"] == current} for entry in known]


def _same_page(request: object, code: str, current: str | None) -> dict:
    path = request.get_full_path() if request is not None else "/"
    url = translate_url(path, code)
    if url == path and code != current:
        url = f"/{code}/"
    label = translation.get_language_info(code)["name_local"]
    return {"code": code, "label": label, "url": url, "exists": True}


@register.simple_tag
def exit_target() -> str:
    """Where "leave fast" goes: the operator's choice, the same for everyone (EX-04)."""
    return settings.LEAVE_TARGET


@register.simple_tag
def coarse_time(when: datetime | None) -> str:
    """When, as others may know it: never an hour, never a date (PB-05)."""
    if when is None:
        return ""
    day, today = timezone.localtime(when).date(), timezone.localdate()
    if day >= today:
        return _("today")
    if day == today - timedelta(days=1):
        return _("yesterday")
    if day > today - timedelta(days=7):
        return _("this week")
    if (day.year, day.month) == (today.year, today.month):
        return _("earlier this month")
    return _month(day, today)


def _month(day: date, today: date) -> str:
    month = (
        _("in January"), _("in February"), _("in March"), _("in April"), _("in May"), _("in June"),
        _("in July"), _("in August"), _("in September"), _("in October"), _("in November"),
        _("in December"),
    )[day.month - 1]  # fmt: skip
    if day.year == today.year:
        return month
    return pgettext("month and year", "%(in_month)s %(year)s") % {
        "in_month": month,
        "year": day.year,
    }


@register.simple_tag
def until(when: datetime) -> str:
    """When a person has read it, said to the writer of what waits (MC-05)."""
    local, today = timezone.localtime(when), timezone.localdate()
    clock = date_format(local, "TIME_FORMAT")
    if local.date() <= today:
        return _("today by %(time)s") % {"time": clock}
    if local.date() == today + timedelta(days=1):
        return _("tomorrow by %(time)s") % {"time": clock}
    return _("by %(date)s at %(time)s") % {
        "date": date_format(local, "SHORT_DATE_FORMAT"),
        "time": clock,
    }


@register.inclusion_tag("components/_byline.html")
def byline(who: object) -> dict:
    """Who speaks, the role in words before everything else (PV-01)."""
    return {"who": who}


@register.filter
def role_words(role: str) -> str:
    """The role as people say it; an unknown role is an ordinary member, never more (PV-03)."""
    return ROLES.get(role, ROLES["member"])


@register.filter
def role_kind(role: str) -> str:
    """The role as sign and colour know it; unknown is member."""
    return role if role in ROLES else "member"


@register.inclusion_tag("components/_audience.html")
def audience(sentence: str) -> dict:
    """The one line above a button: who can read this (PB-01)."""
    return {"audience": sentence}


@register.inclusion_tag("components/_field.html")
def field(bound: BoundField) -> dict:
    """One question of a form with label, hint and what went wrong."""
    return {"field": bound}
