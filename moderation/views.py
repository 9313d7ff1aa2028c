"""Doors of the desk: the queue, one review, and the four things one can do with it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from community.access import audience, reviews
from community.access.verdict import require
from community.core.errors import Refused, Stale

from . import desk, joining_queries, queries
from .desk.changing import CHANGED
from .forms import DecisionForm, DeclineForm
from .models import Review
from .sheets import lines, sheet

ON_A_PAGE = 30


class DeskView(View):
    """For everybody but moderators every address of the desk is an unknown one."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        require(reviews.may_open_desk(request.user))
        return super().dispatch(request, *args, **kwargs)


class QueueView(DeskView):
    """What waits, by harm and by the time left; as a fragment only its lines."""

    def get(self, request: HttpRequest) -> HttpResponse:
        page = Paginator(queries.open_reviews(request.user), ON_A_PAGE).get_page(
            request.GET.get("page")
        )
        context = {"page": page, "lines": lines(page.object_list, request.user)}
        context["joinings"] = joining_queries.unseen(request.user).count()
        is_fragment = request.headers.get("X-Fragment") == "1"
        return render(request, "desk/_lines.html" if is_fragment else "desk/queue.html", context)


class ReviewView(DeskView):
    """One text on its page, decided or not."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return show(request, queries.review_for(request.user, ref))


class ActView(DeskView):
    """One act. A refusal shows the page again as it is now, with all that was typed."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return redirect("desk:review", ref)

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        review = queries.review_for(request.user, ref)
        try:
            return self.act(review)
        except Refused as refusal:
            return show(request, queries.review_for(request.user, ref), refusal=refusal)

    def act(self, review: Review) -> HttpResponse:
        raise NotImplementedError


class ClaimView(ActView):
    def act(self, review: Review) -> HttpResponse:
        desk.claim(review, by=self.request.user)
        return redirect("desk:review", review.ref)


class ReleaseView(ActView):
    def act(self, review: Review) -> HttpResponse:
        desk.release(review, by=self.request.user)
        return redirect("desk:queue")


class ApproveView(ActView):
    def act(self, review: Review) -> HttpResponse:
        form = DecisionForm(self.request.POST)
        if not form.is_valid():
            raise Stale(CHANGED)
        desk.approve(review, **form.cleaned_data, by=self.request.user)
        return done(self.request, _("The text is shown now. Thank you for reading it."))


class DeclineView(ActView):
    def act(self, review: Review) -> HttpResponse:
        form = DeclineForm(self.request.POST)
        if form.is_valid():
            desk.decline(review, **form.cleaned_data, by=self.request.user)
            return done(self.request, _("The text stays hidden. The writer can read your reasons."))
        if form.lost_its_place:
            raise Stale(CHANGED)
        return show(self.request, review, declining=form, status=400)


def show(
    request: HttpRequest,
    review: Review,
    *,
    refusal: Refused | None = None,
    declining: DeclineForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a review as it is now."""
    now = sheet(review, request.user)
    shown = {"version": review.version, "digest": now.digest}
    typed = {name: request.POST.get(name, "") for name in ("rule", "reason")}
    context = {
        "sheet": now,
        "verdict": reviews.may_decide(request.user, review),
        "refusal": refusal.reason if refusal else "",
        "approving": DecisionForm(initial=shown, auto_id="approve_%s"),
        "declining": declining or DeclineForm(initial={**typed, **shown}),
        "audience": audience.of_desk(),
    }
    return render(
        request, "desk/review.html", context, status=refusal.status if refusal else status
    )


def done(request: HttpRequest, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("desk:queue")
