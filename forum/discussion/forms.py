"""Forms of talk. What is no field here is never read: `approved` or `role` cannot be sent."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from community import promises
from community.accounts.bounds import bounds_for
from community.accounts.hats import Hat

from .queries.naming import Called

NEW = "new"


class ReplyForm(forms.Form):
    """An answer: text, and for those who have one, the hat they speak in."""

    body = forms.CharField(
        label=_("Your message"),
        max_length=promises.POST_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("There is no text yet. Please write something first.")},
    )
    sources = forms.CharField(
        label=_("Where this can be checked"),
        help_text=_("One source a line, in words. Readers see them under your answer."),
        required=False,
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    wearing = forms.ChoiceField(
        label=_("Speak as"),
        required=False,
        widget=forms.RadioSelect,
        choices=(),
        error_messages={"invalid_choice": _("You cannot write in that role at the moment.")},
    )
    new_name = forms.TypedChoiceField(
        label=_("Your name in this discussion"),
        help_text=_(
            "It stays the same here. The site never ties a new name to your others. "
            "What you tell still can."
        ),
        required=False,
        coerce=lambda choice: choice == NEW,
        empty_value=False,
        widget=forms.RadioSelect,
    )
    client_id = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, hats: list[Hat] = (), called: Called | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer_a_name(called)
        self.fields["client_id"].initial = lambda: secrets.token_urlsafe(16)
        if not hats:
            # Still read: a role that ended meanwhile is said, not silently left off.
            self.fields["wearing"].widget = forms.HiddenInput()
        else:
            self.fields["wearing"].choices = [
                *((hat.key, _with_employer(hat)) for hat in hats),
                ("", _("A member, without a role")),
            ]
            self.fields["wearing"].initial = hats[0].key
            self.fields["wearing"].help_text = " ".join(bounds_for(hats))  # PV-07
        if not any(hat.credential for hat in hats):
            del self.fields["sources"]

    def _offer_a_name(self, called: Called | None) -> None:
        """The choice, while there is one. Where there is none, no field is read (PB-02)."""
        if called is None or not called.may_choose:
            del self.fields["new_name"]
            return
        self.fields["new_name"].choices = [
            ("", _("%(name)s, your name on this site") % {"name": called.pseudonym}),
            (NEW, _("A new name, only for this discussion")),
        ]
        # What was typed before signing in came without its choice: the more private one is safe.
        self.fields["new_name"].initial = NEW if self.initial.get("body") else ""


class StartForm(ReplyForm):
    """A new discussion: the same, with a title."""

    title = forms.CharField(
        label=_("Title"),
        max_length=promises.TITLE_LENGTH,
        help_text=_("A few words about what is on your mind. Please leave out names and places."),
        error_messages={"required": _("Please give the discussion a title.")},
    )
    field_order = ["title", "body"]


def _with_employer(hat: Hat) -> str:
    name = f"{hat.label}, {hat.employer}" if hat.employer else hat.label
    return f"{hat.shown_name} · {name}" if hat.shown_name else name
