"""Doors of joined names: asking with a reason, the list shown once, and the colleague's look."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from community.accounts import names
from community.core.errors import Refused

from . import joining_queries as queries
from .desk.joining import join_names, witness
from .forms import JoiningForm
from .queries import review_for
from .views import DeskView


class JoinView(DeskView):
    """The reason, and on its answer the names: that page is the only place they stand together."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return self.show(request, ref, JoiningForm())

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        review, form = review_for(request.user, ref), JoiningForm(request.POST)
        if not form.is_valid():
            return self.show(request, ref, form, status=400)
        try:
            joined = join_names(review, **form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error("reason", refusal.reason)
            return self.show(request, ref, form, status=refusal.status)
        return render(request, "desk/joined.html", {"review": review, "joined": joined})

    def show(
        self, request: HttpRequest, ref: str, form: JoiningForm, status: int = 200
    ) -> HttpResponse:
        context = {"review": review_for(request.user, ref), "form": form}
        return render(request, "desk/join.html", context, status=status)


class JoiningsView(DeskView):
    """What colleagues did, why, and what still waits for a second pair of eyes."""

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            "waiting": [line(one) for one in queries.unseen(request.user)[: queries.MOST]],
            "recent": [line(one) for one in queries.recent(request.user)],
        }
        return render(request, "desk/joinings.html", context)


class WitnessView(DeskView):
    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        witness(queries.joining_for(request.user, ref), by=request.user)
        messages.success(request, _("Thank you for looking."))
        return redirect("desk:joinings")


def line(joining) -> dict:
    """A joining in the list: who, why, when; never whose names they were."""
    second = joining.second_seen_by
    return {
        "ref": joining.ref,
        "review": joining.review,
        "by": names.of_staff(joining.by),
        "reason": joining.reason,
        "at": joining.at,
        "seen_by": names.of_staff(second) if second else "",
    }
