"""What talk knows of a person, how it is copied, what becomes of it on leaving (PR-01, 04, 07)."""

from django.utils.translation import gettext_lazy as _
from machina.apps.forum_tracking.models import ForumReadTrack, TopicReadTrack

from community import promises
from community.accounts import names
from community.accounts.models import User
from community.core.knowing import (
    Choice,
    Ground,
    Part,
    Seen,
    erases,
    exports,
    knows,
    lasting,
    plain,
)
from forum.forum_conversation.models import Topic
from forum.forum_permission.models import UserForumPermission

from .models import Byline
from .services.leaving import leave_words, remove_words

knows(
    _("What you write in discussions: title, text, sources, and a warning if you set one"),
    why=_("So that others can read it and answer"),
    ground=Ground.CONSENT,
    seen_by=(Seen.YOU, Seen.READERS, Seen.DESK),
    kept=lasting(
        _("Until you take it back; at most {months} quiet months, unless you keep it"),
        promises.TOPIC_GONE,
    ),
    fields={
        "discussion.byline": "person post topic ref hat hat_kind html sources shown_at "
        "withdrawn_at latest shown client_id",
        "discussion.topictrait": "topic ref title language content_note withdrawn_at archived_at "
        "kept_at",
        "forum_conversation.post": "poster created updated updated_by topic approved",
        "forum_conversation.topic": "poster created updated first_post last_post last_post_on "
        "approved status",
    },
    example=_("the text of one message, under the name “Quiet birch”"),
)
knows(
    _("Each text as you sent it, also before it was shown or changed"),
    why=_("So that a decision is made on exactly that text"),
    ground=Ground.DUTY,
    seen_by=(Seen.YOU, Seen.DESK),
    kept=lasting(
        _("As the message; {days} days once it is taken back or replaced, half a year if declined"),
        promises.WITHDRAWN_WORDS_KEPT,
    ),
    fields={
        "discussion.postrevision": "post number title source html sources content_note digest "
        "written_by written_at",
    },
    example=_("the text of one message"),
)
knows(
    _("Which boards you may read or write on, if that was set for you alone"),
    why=_("To open or close a board for one person"),
    ground=Ground.SERVICE,
    seen_by=(Seen.NOBODY,),
    kept=_("As long as the account"),
    fields={"forum_permission.userforumpermission": "user forum permission has_perm"},
    example=_("nothing"),
    members=False,
)
knows(
    _("Columns of the old forum program that could hold a person. We leave them empty."),
    why=_("They came with the program. A test sees that they stay empty."),
    ground=Ground.SERVICE,
    seen_by=(Seen.NOBODY,),
    kept=_("Nothing is kept"),
    fields={
        "forum_conversation.post": "anonymous_key username subject content update_reason "
        "updates_count _content_rendered",
        "forum_conversation.topic": "subject slug",
        "forum_conversation.topic_subscribers": "topic user",
        "forum_tracking.forumreadtrack": "user forum mark_time",
        "forum_tracking.topicreadtrack": "user topic mark_time",
    },
    example=_("nothing"),
    members=False,
)
plain(
    "numbers, counters and how a text was rendered",
    {
        "discussion.byline": "id rendered_by",
        "discussion.topictrait": "id",
        "discussion.postrevision": "id",
        "forum_conversation.post": "id enable_signature",
        "forum_conversation.topic": "id forum type posts_count views_count",
        "forum_conversation.topic_subscribers": "id",
        "forum_tracking.forumreadtrack": "id",
        "forum_tracking.topicreadtrack": "id",
        "forum_permission.userforumpermission": "id anonymous_user authenticated_user",
    },
)
plain(
    "boards are made by the house; rights name groups, not people",
    {
        "discussion.board": "*",
        "forum.forum": "*",
        "forum_permission.forumpermission": "*",
        "forum_permission.groupforumpermission": "*",
    },
)


@exports(
    "messages",
    _("What you have written in discussions"),
    Part.BASICS,
    {
        "name": _("Your name there"),
        "title": _("Title"),
        "text": _("Text"),
        "sources": _("Sources"),
        "written": _("Written"),
        "shown": _("Shown"),
        "taken_back": _("Taken back"),
    },
)
def messages(person: User) -> list[dict]:
    """One's own words only. Of a discussion somebody else opened, not even the title (PR-05)."""
    found = Byline.objects.filter(person=person).select_related("latest", "topic__trait")
    rows = list(found.order_by("pk"))
    called = names.in_places({one.topic.trait.place for one in rows})
    return [
        {
            "name": called.get((one.topic.trait.place, person.pk), ""),
            "title": one.latest.title,
            "text": one.latest.source,
            "sources": one.latest.sources,
            "written": one.latest.written_at,
            "shown": one.shown_at,
            "taken_back": one.withdrawn_at,
        }
        for one in rows
        if one.latest
    ]


@erases
def empty_talk(person: User, choice: Choice) -> None:
    """The words as the person chose; what the old program remembers of reading goes always."""
    if choice == Choice.WITHOUT_ME:
        leave_words(person)
    else:
        remove_words(person)
    ForumReadTrack.objects.filter(user=person).delete()
    TopicReadTrack.objects.filter(user=person).delete()
    UserForumPermission.objects.filter(user=person).delete()
    Topic.subscribers.through.objects.filter(user=person).delete()
