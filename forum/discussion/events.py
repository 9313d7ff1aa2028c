"""What happened in talk. Ids and refs only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PostWritten:
    post_id: int


@dataclass(frozen=True)
class PostShown:
    """Readers may see a post: at once, or after somebody let it through. One way only."""

    post_id: int
    topic_ref: str
    is_new: bool = True  # not so when a newer text of a shown post takes its place
    post_ref: str = ""


@dataclass(frozen=True)
class PostHidden:
    post_id: int
    topic_ref: str
    post_ref: str
