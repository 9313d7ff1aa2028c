"""Doors of blocking: the sheet behind a name, one's own list, and lifting. No scripts."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from community.accounts.freshness import fresh_sign_in_required
from community.accounts.models import User
from community.core.errors import Concealed

from . import behind, blocking, queries

# A list that others cannot read tells no more than this: where, in one word (EX-07).
PLACES = {"topic": _("In a discussion"), "group": _("In a small group")}


class BlockView(LoginRequiredMixin, View):
    """The sheet of one name: what will happen, and one button."""

    def get(self, request: HttpRequest, kind: str, ref: str) -> HttpResponse:
        handle = handle_for(request.user, kind, ref)
        return render(request, "safety/block.html", {"handle": handle, "kind": kind, "ref": ref})

    def post(self, request: HttpRequest, kind: str, ref: str) -> HttpResponse:
        handle = handle_for(request.user, kind, ref)
        blocking.block(handle.person, place=handle.place, shown_name=handle.name, by=request.user)
        return redirect("safety:blocked")


def handle_for(viewer: User, kind: str, ref: str) -> behind.Handle:
    """The name as it stood when the viewer could still see it. Raises Concealed for any other."""
    handle = behind.find(queries.before_own_blocks(viewer), kind, ref)
    if queries.came_after_own_block(viewer, handle.person, handle.since):
        raise Concealed
    return handle


class BlockedView(LoginRequiredMixin, TemplateView):
    """Done: the same words whoever it was, and a way on."""

    template_name = "safety/blocked.html"


@method_decorator(fresh_sign_in_required, name="dispatch")
class BlocksView(TemplateView):
    """The names one has blocked: the name, where, about when. Never who is behind it."""

    template_name = "safety/blocks.html"

    def get_context_data(self, **kwargs) -> dict:
        rows = [
            {"block": one, "where": PLACES.get(one.place.partition(":")[0], "")}
            for one in queries.own_blocks(self.request.user)
        ]
        return super().get_context_data(rows=rows, **kwargs)


@method_decorator(fresh_sign_in_required, name="dispatch")
class LiftView(View):
    """Lift one name, by POST."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        blocking.lift(queries.own_block(request.user, ref), by=request.user)
        return redirect("safety:blocks")
