"""Doors of the distance list. While the operator's switch is off, there is no page here."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters

from community import promises
from community.accounts import identity
from community.accounts.freshness import fresh_sign_in_required
from community.core.errors import Refused

from . import distance, distance_queries
from .distance_forms import DistanceForm


def there_if_switched_on(view: Callable) -> Callable:
    """Without the switch the address answers like one that never was, before anything is asked."""

    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not settings.DISTANCE_LIST:
            raise Http404
        return view(request, *args, **kwargs)

    return answer


# The outermost decorator stands first: without the switch not even a sign-in is asked for.
QUIET = [there_if_switched_on, sensitive_post_parameters(), fresh_sign_in_required]


@method_decorator(QUIET, name="dispatch")
class DistanceView(View):
    """The own list, and the form that adds to it. The same answer whoever was named (PB-12)."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, DistanceForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = DistanceForm(request.POST)
        if not form.is_valid():
            return self.show(request, form)
        try:
            distance.name_somebody(**form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal.reason))
            return self.show(request, form, status=refusal.status)
        messages.success(request, _("It is on your list. Nothing of the name was kept."))
        return redirect("safety:distance")

    def show(self, request: HttpRequest, form: DistanceForm, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "entries": distance_queries.entries(request.user),
            "is_full": distance_queries.entries(request.user).count() >= promises.DISTANCE_ENTRIES,
            "is_verified": identity.is_verified(request.user),
            "most": promises.DISTANCE_ENTRIES,
        }
        return render(request, "safety/distance.html", context, status=status)


@method_decorator(QUIET, name="dispatch")
class TakeOffView(View):
    """Takes one entry off, by POST."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        distance.take_off(ref, by=request.user)
        messages.success(request, _("It is off your list. It stops at some moment within a day."))
        return redirect("safety:distance")
