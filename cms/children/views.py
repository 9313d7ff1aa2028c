"""Doors of the children's side. They ask nothing of a child and know nothing of one (CH-04)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.bands import Band

from . import contexts, queries


@require_safe
def doors(request: HttpRequest) -> HttpResponse:
    """The three doors."""
    page = queries.home(get_language())
    return page.serve(request) if page else not_here(request)


@require_safe
def door(request: HttpRequest, band: Band) -> HttpResponse:
    """What stands behind one door."""
    page = queries.door(get_language(), band)
    return page.serve(request) if page else not_here(request, band)


@require_safe
def page(request: HttpRequest, band: Band, slug: str) -> HttpResponse:
    """One page of one door."""
    found = queries.page(get_language(), band, slug)
    return found.serve(request) if found else not_here(request, band, slug)


@require_safe
def talk(request: HttpRequest, band: Band) -> HttpResponse:
    """Whom to talk to, and what to know before one calls (CH-14)."""
    return render(request, "children/talk.html", contexts.talk_page(get_language(), band))


@require_safe
def not_here(request: HttpRequest, band: Band | None = None, slug: str = "") -> HttpResponse:
    """No such page in this language: says so, and shows the way on (LA-04)."""
    context = contexts.nowhere_page(get_language(), band or Band.QUESTIONS, slug)
    return render(request, "children/not_here.html", context, status=404)
