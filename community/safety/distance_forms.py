"""The question of the distance list. What is typed is hashed and dropped; the page says so."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts.identity_names import parts

OLDEST = date(1900, 1, 1)
QUIET = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "words"}
AS_TYPED = ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"]
ONE_NAME = {"required": _("Please write the name.")}


class DistanceForm(forms.Form):
    """A name and a birth date: enough to know one person from another."""

    given_names = forms.CharField(
        label=_("First name"),
        max_length=120,
        help_text=_("The first one in the passport, if you know it."),
        widget=forms.TextInput(attrs=QUIET),
        error_messages=ONE_NAME,
    )
    family_name = forms.CharField(
        label=_("Family name"),
        max_length=120,
        widget=forms.TextInput(attrs=QUIET),
        error_messages=ONE_NAME,
    )
    birth_date = forms.DateField(
        label=_("Birth date"),
        input_formats=AS_TYPED,
        help_text=_("For example 5.3.1984"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
        error_messages={
            "required": _("Please write the birth date. Without it too many people would be met."),
            "invalid": _("Please write the day as 5.3.1984."),
        },
    )

    def clean_given_names(self) -> str:
        return self._a_name("given_names")

    def clean_family_name(self) -> str:
        return self._a_name("family_name")

    def clean_birth_date(self) -> date:
        day = self.cleaned_data["birth_date"]
        if not OLDEST <= day <= timezone.localdate():
            raise forms.ValidationError(_("Please look at the year once more."))
        return day

    def _a_name(self, field: str) -> str:
        name = self.cleaned_data[field]
        if not parts(name):
            raise forms.ValidationError(_("Please write the name in letters."))
        return name
