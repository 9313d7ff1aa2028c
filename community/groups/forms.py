"""Forms of live groups. They take words; no field ever says who may do what."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from community import promises

from .models import REQUEST_LENGTH


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
