"""Doors of the guides. Open to everybody, in the reader's language; search engines may come in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from . import queries


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page; before an editor has written one, the site's own words."""
    page = queries.home(request.user, get_language())
    return _may_be_found(page.serve(request) if page else render(request, "cms/home.html"))


@require_safe
def guides(request: HttpRequest) -> HttpResponse:
    """All guides of this language."""
    page = queries.guide_list(request.user, get_language())
    return _may_be_found(page.serve(request) if page else render(request, "cms/guides.html"))


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """One guide; if this language does not have it, says so and offers the nearest (LA-04)."""
    language = get_language()
    if page := queries.guide(request.user, language, slug):
        return _may_be_found(page.serve(request))
    ways = queries.elsewhere(request.user, slug)
    if not ways:
        raise Http404
    here = next((way for way in ways if way["code"] == language), None)
    return (
        redirect(here["url"])
        if here
        else render(request, "cms/missing.html", {"ways": ways, "alternates": ways}, status=404)
    )


def _may_be_found(response: HttpResponse) -> HttpResponse:
    """Guides are public; every other page of the site stays out of search engines (PB-15)."""
    response.headers["X-Robots-Tag"] = "all"
    return response
