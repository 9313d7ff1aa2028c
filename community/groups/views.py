"""Doors to the groups: the list, one group, its agreement. Who sits there is not told (RT-04)."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from community.access import groups as access
from community.accounts.hats import in_language
from community.accounts.keeping import kept_for, sent
from community.accounts.returning import sign_in_first
from community.core.errors import Refused

from . import cards, queries, services
from .forms import AgreementForm, SeatForm
from .models import PeerGroup

FRAGMENT = "X-Fragment"


class ListView(TemplateView):
    """The open groups: what for, in which language, when."""

    template_name = "groups/list.html"

    def get_context_data(self, **kwargs) -> dict:
        found = queries.open_groups(self.request.user)
        shown = [cards.group_card(one, resolve_url("groups:group", one.ref)) for one in found]
        return super().get_context_data(groups=shown, **kwargs)


class GroupView(View):
    """One group; with the header X-Fragment its door alone, or who waits, for who chooses."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        group = queries.group_for(request.user, ref)
        if not request.headers.get(FRAGMENT):
            pseudonym = cards.name_to_choose(group, request.user)
            form = SeatForm(initial=kept_for(request), pseudonym=pseudonym)
            return show_group(request, group, form)
        if request.GET.get("part") == "waiting":
            after = request.GET.get("after", "")
            return render(request, "groups/_waiting.html", waiting_list(request, group, after))
        return render(request, "groups/_door.html", door(request, group))


def show_group(
    request: HttpRequest, group: PeerGroup, form: SeatForm, status: int = 200
) -> HttpResponse:
    """The group's page with this form in it."""
    viewer = request.user
    context = {
        **door(request, group),
        **waiting_list(request, group),
        "name": in_language(group.name),
        "purpose": in_language(group.purpose),
        "agreement": in_language(group.agreement),
        "form": form,
        "may_ask": access.may_ask_seat(viewer, group),
        "may_give_up": access.may_give_up_seat(viewer, group),
        "own_request": queries.own_request(viewer, group),
        "own_name": cards.own_name(group, viewer),
        "crumbs": crumbs(),
    }
    return render(request, "groups/group.html", context, status=status)


def door(request: HttpRequest, group: PeerGroup) -> dict:
    """What stands at the door: the session and what this viewer can do there."""
    viewer, now, upcoming = request.user, group.session_now(), group.session_next()
    session = now or upcoming
    return {
        "group": group,
        "session_now": now,
        "when": cards.when(session),
        "theme": in_language(session.theme) if session else "",
        "has_seat": bool(access.may_enter(viewer, group)),
        "leads": access.facilitates(viewer, group),
        "may_open": access.may_open(viewer, group),
    }


def waiting_list(request: HttpRequest, group: PeerGroup, after: str = "") -> dict:
    """Who waits, for the facilitator; an empty list for anybody else."""
    found = queries.waiting(request.user, group, after=after)
    return {"group": group, "waiting": cards.waiting_in(group, found)}


class AskSeatView(View):
    """Onto the waiting list, by POST. The answer is the same for everybody (PB-12)."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        group = queries.group_for(request.user, ref)
        if not request.user.is_authenticated:
            return sign_in_first(request, resolve_url("groups:group", ref))
        form = SeatForm(request.POST, pseudonym=cards.name_to_choose(group, request.user))
        if not form.is_valid():
            return show_group(request, group, form, status=400)
        try:
            services.ask_seat(group, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            return show_group(request, group, form, status=refusal.status)
        sent(request, resolve_url("groups:group", ref))
        return redirect("groups:group", ref)


class WithdrawView(LoginRequiredMixin, View):
    """From the waiting list again, by POST."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        services.withdraw_request(queries.group_for(request.user, ref), by=request.user)
        return redirect("groups:group", ref)


class GiveUpSeatView(LoginRequiredMixin, View):
    """Leave the group: asks once, then does it."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        group = queries.room_for(request.user, ref)
        context = {"group": group, "name": in_language(group.name), "crumbs": crumbs()}
        return render(request, "groups/give_up.html", context)

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        services.give_up_seat(queries.group_for(request.user, ref), by=request.user)
        return redirect("groups:list")


@method_decorator(never_cache, name="dispatch")
class AgreementView(LoginRequiredMixin, View):
    """The agreement of the group and the limits of secrecy, before each session (RT-03)."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return self.show(request, queries.room_for(request.user, ref), AgreementForm())

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        group = queries.room_for(request.user, ref)
        form = AgreementForm(request.POST)
        if not form.is_valid():
            return self.show(request, group, form, status=400)
        services.accept_agreement(group, by=request.user)
        return redirect("groups:room", ref)

    def show(
        self, request: HttpRequest, group: PeerGroup, form: AgreementForm, status: int = 200
    ) -> HttpResponse:
        context = {
            "group": group,
            "name": in_language(group.name),
            "agreement": in_language(group.agreement),
            "may_agree": access.may_agree(request.user, group),
            "form": form,
            "crumbs": crumbs(),
        }
        return render(request, "groups/agreement.html", context, status=status)


def crumbs() -> list[dict]:
    return [{"label": _("Groups"), "url": resolve_url("groups:list")}]
