"""Forms of talk. What is no field here is never read: `approved` or `role` cannot be sent."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from community import promises
from community.accounts.hats import Hat


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
    client_id = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, hats: list[Hat] = (), **kwargs):
        super().__init__(*args, **kwargs)
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
        if not any(hat.credential for hat in hats):
            del self.fields["sources"]


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
