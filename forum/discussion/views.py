"""Doors of talk: parse, one question or one verb, answer. Pages work without scripts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from community.access import audience, boards, topics
from community.accounts.bounds import all_bounds
from community.accounts.keeping import kept_for, sent
from community.accounts.queries import wearable
from community.accounts.returning import sign_in_first
from community.core.errors import Refused
from community.core.refs import ref_in
from community.core.typed import typed_in

from . import queries, services
from .forms import ReplyForm, StartForm
from .queries.cards import untitled

FRAGMENT = "X-Fragment"


class BoardsView(TemplateView):
    """Every board this person may read."""

    template_name = "talk/boards.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(shelves=queries.open_boards(self.request.user), **kwargs)


class AskView(TemplateView):
    """Where to ask, who answers, and what was answered lately."""

    template_name = "talk/ask.html"

    def get_context_data(self, **kwargs) -> dict:
        viewer = self.request.user
        return super().get_context_data(
            cards=queries.answered_topics(viewer),
            shelves=queries.open_boards(viewer),
            bounds=all_bounds(),
            **kwargs,
        )


class BoardView(TemplateView):
    """The topics of one board."""

    template_name = "talk/board.html"

    def get_context_data(self, ref: str, **kwargs) -> dict:
        viewer = self.request.user
        board = queries.board_for(viewer, ref)
        return super().get_context_data(
            board=board,
            page=queries.topics_on(viewer, board, before=ref_in(self.request.GET.get("before"))),
            first_page="before" not in self.request.GET,
            may_start=boards.may_start(viewer, board.forum),
            audience=audience.of_board(board.forum),
            crumbs=crumbs(),
            **kwargs,
        )


class TopicView(View):
    """One discussion; with the header X-Fragment only the messages after a reference."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        topic = queries.topic_for(request.user, ref)
        after, before = ref_in(request.GET.get("after")), ref_in(request.GET.get("before"))
        if request.headers.get(FRAGMENT):
            found = queries.first_newer(request.user, topic, after)
            return render(request, "talk/_messages.html", {"messages": found})
        called = queries.called_in(request.user, topic.forum.board, topic)
        form = ReplyForm(
            initial=kept_for(request) or None, hats=wearable(request.user), called=called
        )
        return show_topic(request, topic, form, called, after=after, before=before)


def show_topic(
    request: HttpRequest,
    topic,
    form: ReplyForm,
    called: queries.Called | None,
    *,
    after: str = "",
    before: str = "",
    last: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The topic's page with this composer in it."""
    viewer = request.user
    page = queries.posts_in(
        viewer, topic, after=after, before=before, last=last or "last" in request.GET
    )
    board = topic.forum.board
    context = {
        "topic": topic,
        "heading": topic.trait.title or own_title(page),
        "kept": typed_in(request) or kept_for(request),
        "page": page,
        "form": form,
        "called": called,
        "may_reply": topics.may_reply(viewer, topic),
        "audience": audience.of_board(topic.forum),
        "crumbs": [*crumbs(), {"label": board.name, "url": resolve_url("talk:board", board.ref)}],
    }
    return render(request, "talk/topic.html", context, status=status)


def own_title(page) -> str:
    """The title of a discussion that waits, for its writer."""
    return (page.messages[0].title if page.messages else "") or untitled()


class ReplyView(View):
    """An answer, by POST. What was typed comes back with every refusal."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return redirect("talk:topic", ref)

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return sign_in_first(request, resolve_url("talk:topic", ref))
        topic = queries.topic_for(request.user, ref)
        called = queries.called_in(request.user, topic.forum.board, topic)
        form = ReplyForm(request.POST, hats=wearable(request.user), called=called)
        if not form.is_valid():
            return show_topic(request, topic, form, called, last=True, status=400)
        try:
            written = services.reply(topic, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            return show_topic(request, topic, form, called, last=True, status=refusal.status)
        sent(request, resolve_url("talk:topic", ref))
        return redirect(
            f"{resolve_url('talk:topic', ref)}?last=1#message-{written.post.byline.ref}"
        )


class StartView(View):
    """A new discussion on a board."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        board = queries.board_for(request.user, ref)
        if not request.user.is_authenticated:
            return redirect(f"{resolve_url('safety:before')}?next={request.path}")
        called = queries.called_in(request.user, board)
        form = StartForm(initial=kept_for(request), hats=wearable(request.user), called=called)
        return self.show(request, board, form)

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return sign_in_first(request, request.path)
        board = queries.board_for(request.user, ref)
        called = queries.called_in(request.user, board)
        form = StartForm(request.POST, hats=wearable(request.user), called=called)
        if not form.is_valid():
            return self.show(request, board, form, status=400)
        try:
            written = services.start(
                board, by=request.user, language=get_language(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            return self.show(request, board, form, status=refusal.status)
        sent(request, request.path)
        return redirect("talk:topic", written.post.topic.trait.ref)

    def show(self, request: HttpRequest, board, form: StartForm, status: int = 200) -> HttpResponse:
        verdict = boards.may_start(request.user, board.forum)
        context = {
            "board": board,
            "form": form,
            "called": queries.called_in(request.user, board),
            "may_start": verdict,
            "kept": typed_in(request) or kept_for(request),
            "audience": audience.of_board(board.forum),
            "crumbs": [
                *crumbs(),
                {"label": board.name, "url": resolve_url("talk:board", board.ref)},
            ],
        }
        return render(request, "talk/start.html", context, status=status)


class WithdrawView(View):
    """Take one's own message back: asks once, then does it."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return render(request, "talk/withdraw.html", {"post": own_post(request, ref)})

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        post = own_post(request, ref)
        services.withdraw(post, by=request.user)
        if queries.can_read_topic(request.user, post.topic.trait.ref):
            return redirect("talk:topic", post.topic.trait.ref)
        return redirect("talk:board", post.topic.forum.board.ref)


def own_post(request: HttpRequest, ref: str):
    """The viewer's own post; anybody else's answers like one that never was."""
    post = queries.post_for(request.user, ref)
    if post.poster_id != request.user.pk:
        raise Http404
    return post


def crumbs() -> list[dict]:
    return [{"label": _("Talk"), "url": resolve_url("talk:boards")}]
