"""The code of an invitation, as it was written down."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """Hyphens, spaces and capital letters make no difference."""

    code = forms.CharField(
        label=_("The code"),
        max_length=80,
        help_text=_("You got it from the coordinator. It works once."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Please enter the code.")},
    )
