"""Forms of live groups. They take words; no field ever says who may do what."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from community import promises

from .models import REQUEST_LENGTH

NEW = "new"


def new_client_id() -> str:
    """A number for one sending, when the client made none."""
    return secrets.token_hex(16)


class SeatForm(forms.Form):
    """Asks for a seat; a few words to the facilitator, if one wants."""

    words = forms.CharField(
        label=_("A few words to the facilitator"),
        required=False,
        max_length=REQUEST_LENGTH,
        help_text=_("Only the facilitator reads this. You do not need to write anything."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    new_name = forms.TypedChoiceField(
        label=_("Your name in this group"),
        help_text=_(
            "It stays the same here. The site never ties a new name to your others. "
            "What you tell still can."
        ),
        required=False,
        coerce=lambda choice: choice == NEW,
        empty_value=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, pseudonym: str = "", **kwargs):
        """`pseudonym` is given while the name in this group can still be chosen (PB-02)."""
        super().__init__(*args, **kwargs)
        if not pseudonym:
            del self.fields["new_name"]
            return
        self.fields["new_name"].choices = [
            ("", _("%(name)s, your name on this site") % {"name": pseudonym}),
            (NEW, _("A new name, only for this group")),
        ]
        # What was typed before signing in came without its choice: the more private one is safe.
        self.fields["new_name"].initial = NEW if self.initial.get("words") else ""


class AgreementForm(forms.Form):
    """Accepted each time, on purpose (RT-03)."""

    accepts = forms.BooleanField(label=_("I have read this and will keep to it."))


class SayForm(forms.Form):
    """One message. Its length is asked by the verb, so that the words always come back."""

    body = forms.CharField(
        label=_("Your message"),
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 3, "maxlength": promises.GROUP_MESSAGE_LENGTH, "autocomplete": "off"}
        ),
    )
    client_id = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def count_anew(self) -> None:
        """The same words under a new number: the old one was used for others."""
        self.data = {**self.data.dict(), "client_id": new_client_id()}

    def clean_client_id(self) -> str:
        return self.cleaned_data["client_id"] or new_client_id()
