"""Errors that carry one clear, kind sentence. Whatever else goes wrong stays in the log."""

from django.utils.functional import Promise


class Refused(Exception):
    """A thing that cannot be done, with the sentence to show. Changes nothing."""

    status = 403

    def __init__(self, reason: str | Promise):
        super().__init__(str(reason))
        self.reason = reason


class Concealed(Exception):
    """Answers exactly like a thing that never was (PB-09)."""


class TooMany(Refused):
    """A limit was met; the sentence says when it lifts."""

    status = 429


class Stale(Refused):
    """What was decided or edited is not what was shown any more."""

    status = 409
