"""Who is behind a name in a discussion, for the verbs of safety alone."""

from django.urls import reverse

from community.safety.behind import Handle, handle

from . import queries


@handle("t")
def writer_of(viewer, ref: str) -> Handle:
    """The writer of a message this viewer can read. Raises Concealed for any other."""
    post = queries.post_for(viewer, ref)
    return Handle(
        person=post.poster,
        place=post.topic.trait.place,
        name=queries.name_on(post),
        back=reverse("talk:topic", args=[post.topic.trait.ref]),
        since=post.byline.shown_at,
    )
