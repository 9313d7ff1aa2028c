"""Every tag the record knows. A test compares this list with what the code records."""

from enum import StrEnum


class Tag(StrEnum):
    """area.what_happened"""

    ROLE_GIVEN = "accounts.role_given"
    ROLE_ENDED = "accounts.role_ended"
    CREDENTIAL_VERIFIED = "accounts.credential_verified"
    POST_WRITTEN = "forum.post_written"
    POST_WITHDRAWN = "forum.post_withdrawn"
    REVIEW_HELD = "moderation.held"
    REVIEW_CLOSED = "moderation.closed_unread"
    REVIEW_CLAIMED = "moderation.claimed"
    REVIEW_RELEASED = "moderation.released"
    REVIEW_APPROVED = "moderation.approved"
    REVIEW_DECLINED = "moderation.declined"
    SEAT_ASKED = "groups.seat_asked"
    SEAT_GIVEN = "groups.seat_given"
    SEAT_ENDED = "groups.seat_ended"
    SESSION_OPENED = "groups.session_opened"
    SESSION_ENDED = "groups.session_ended"
    SESSION_PAUSED = "groups.session_paused"
    MESSAGE_SAID = "groups.message_said"
    MESSAGE_HIDDEN = "groups.message_hidden"
    GROUP_FOUNDED = "groups.founded"
    SESSION_PLANNED = "groups.session_planned"
    SESSION_RESUMED = "groups.session_resumed"
    AGREEMENT_ACCEPTED = "groups.agreement_accepted"
    SEAT_REQUEST_ANSWERED = "groups.seat_request_answered"
    MESSAGES_SWEPT = "groups.messages_swept"
