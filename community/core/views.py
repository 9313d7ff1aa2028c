"""Doors that belong to no room: a form that came too late."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# What a person may have written, whichever form it came from; it is shown back, never sent on.
KEPT_FIELDS = ("title", "body", "reason")


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token does not fit: nothing was changed, and what was typed is given back."""
    kept = [request.POST[name] for name in KEPT_FIELDS if request.POST.get(name)]
    return render(request, "errors/form_too_old.html", {"kept": kept}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Whatever is not there, or not for you: one page, the same for both (PB-09)."""
    return render(request, "404.html", status=404)
