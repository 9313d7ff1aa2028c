"""Forms of the way in. Nothing typed is lost but the passphrase."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.errors import Refused

from . import pseudonyms

A_YES = {"required": _("An account needs your yes to this.")}
# In our words and languages: Django has no Finnish for the first, and says "password" for all.
WEAK = {
    "password_too_short": _("This passphrase is too short. A short sentence is enough."),
    "password_too_common": _("Many people use this passphrase. Please choose another."),
}


class SignUpForm(forms.Form):
    """Asks for a pseudonym, a passphrase, adulthood and two consents; nothing else (ID-02)."""

    pseudonym = forms.CharField(
        label=_("Pseudonym"),
        max_length=promises.PSEUDONYM_LENGTH[1],
        help_text=_("Others see this name. Please choose one you do not use elsewhere."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        max_length=promises.PASSPHRASE_LENGTH[1],
        strip=False,
        help_text=_("At least 12 characters. A short sentence is easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    adult = forms.BooleanField(label=_("I am 18 or older."), error_messages=A_YES)
    rules = forms.BooleanField(
        label=_("I have read the rules and will follow them."), error_messages=A_YES
    )
    special_data = forms.BooleanField(
        label=_("My writing may tell of health, family or faith. You may store it here."),
        help_text=_("We ask this apart, because the law protects such things more strongly."),
        error_messages=A_YES,
    )

    def clean_pseudonym(self) -> str:
        name = " ".join(self.cleaned_data["pseudonym"].split())
        try:
            pseudonyms.check(name)
        except Refused as refusal:
            raise forms.ValidationError(refusal.reason) from None
        return name

    def clean_passphrase(self) -> str:
        passphrase = self.cleaned_data["passphrase"]
        try:
            validate_password(passphrase)
        except forms.ValidationError as wrong:
            said = [WEAK.get(error.code, error) for error in wrong.error_list]
            raise forms.ValidationError(said) from None
        return passphrase


class SignInForm(forms.Form):
    """The same sentence for a wrong name and a wrong passphrase (ID-07)."""

    pseudonym = forms.CharField(
        label=_("Pseudonym"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        max_length=promises.PASSPHRASE_LENGTH[1],
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, request=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.person = request, None

    def clean(self) -> dict:
        given = super().clean()
        if given.get("pseudonym") and given.get("passphrase"):
            self.person = authenticate(
                self.request, username=given["pseudonym"], password=given["passphrase"]
            )
            if self.person is None:
                raise forms.ValidationError(
                    _("The pseudonym and the passphrase do not go together. Please try again.")
                )
        return given
