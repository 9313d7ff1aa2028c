"""Doors that belong to no room: what is not there, what came too late, what could not be read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .typed import typed_in


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token does not fit: nothing was changed, and what was typed is given back."""
    return render(request, "errors/form_too_old.html", {"kept": typed_in(request)}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Whatever is not there, or not for you: one page, the same for both (PB-09).

    Whoever sent a form gets the own words back: they tell nothing that the sender does not know.
    """
    return render(request, "404.html", {"kept": typed_in(request)}, status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What came could not be read, most often because it was too long."""
    return render(request, "400.html", status=400)
