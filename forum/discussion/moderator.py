"""How the desk sees posts: where they stand, what screening may know, how they are shown."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from community.accounts import names
from moderation.kinds import Appearance, Kind, Place, Standing, register

from .models import Board, Byline, PostRevision
from .queries.cards import untitled
from .queries.joining import appearances
from .services.showing import hide_post, show_post


class PostKind(Kind):
    """A post of a topic, one revision at a time."""

    name = "post"
    label = _("Message in a discussion")
    model = PostRevision

    def thing(self, revision: PostRevision) -> str:
        """All revisions of one post: only the newest can wait."""
        return f"post:{revision.post_id}"

    def prepared(self, revisions: QuerySet) -> QuerySet:
        return revisions.select_related(
            "post__byline", "post__topic__trait", "post__topic__forum__board"
        )

    def place(self, revision: PostRevision) -> Place:
        topic, board = revision.post.topic, revision.post.topic.forum.board
        # A discussion that waits is read by its writer only; until then its board is the place.
        where = ("talk:topic", topic.trait.ref) if topic.approved else ("talk:board", board.ref)
        waiting = "" if revision.post.byline.withdrawn_at else revision.title
        title = topic.trait.title or waiting or untitled()
        return Place(words=f"{board.name} · {title}", url=reverse(where[0], args=[where[1]]))

    def standing(self, revision: PostRevision) -> Standing:
        byline = Byline.objects.get(post_id=revision.post_id)
        shown = Byline.objects.filter(person_id=revision.written_by_id, shown_at__isnull=False)
        board = Board.objects.get(forum__topics=revision.post.topic_id)
        return Standing(
            shown_before=shown.exclude(pk=byline.pk).count(),
            holds_all=board.holds == Board.Holds.ALL,
            speaks_for_house=bool(byline.hat_kind),
            is_edit=revision.number > 1,
        )

    def source(self, revision: PostRevision) -> str:
        return "\n\n".join(
            part
            for part in (
                revision.title,
                revision.content_note,
                revision.source,
                *revision.sources,
            )  # fmt: skip
            if part
        )

    def html(self, revision: PostRevision) -> SafeString:
        """All that a yes lets readers see: title, content note, text and sources."""
        if revision.post.byline.withdrawn_at:
            return format_html("<p>{}</p>", _("The writer took this back."))
        return format_html(
            "{}{}{}{}",
            format_html("<h3>{}</h3>", revision.title) if revision.title else "",
            format_html("<p><em>{}</em></p>", revision.content_note)
            if revision.content_note
            else "",
            mark_safe(revision.html),  # rendered by core.text when it was written
            format_html(
                "<ul>{}</ul>",
                format_html_join("", "<li>{}</li>", ((one,) for one in revision.sources)),
            )
            if revision.sources
            else "",
        )

    def appearances(self, viewer: object, writer: int) -> list[Appearance]:
        return appearances(viewer, writer)

    def written_as(self, revision: PostRevision) -> str:
        place = revision.post.topic.trait.place
        return names.in_place(place, [revision.written_by_id]).get(
            revision.written_by_id, names.nobody()
        )

    def show(self, revision: PostRevision) -> None:
        show_post(revision.post, revision)

    def hide(self, revision: PostRevision) -> None:
        # An older text that is up stays up; a first text that waited was never shown.
        if Byline.objects.filter(post_id=revision.post_id, shown=revision).exists():
            hide_post(revision.post)


register(PostKind())
