"""Forms of the way in. Nothing typed is lost but the passphrase."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.errors import Refused

from . import pseudonyms

A_YES = {"required": _("An account needs your yes to this.")}


class NewPassphrase(forms.CharField):
    """A passphrase being chosen: every sign counts, also spaces; it may be pasted (ID-08)."""

    def __init__(self, **kwargs):
        given = {
            "label": _("Passphrase"),
            "max_length": promises.PASSPHRASE_LENGTH[1],
            "strip": False,
            "help_text": _("At least 12 characters. A short sentence is easy to remember."),
            "widget": forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        }
        super().__init__(**{**given, **kwargs})

    def clean(self, value: str) -> str:
        passphrase = super().clean(value)
        validate_password(passphrase)
        return passphrase


class OwnDevice(forms.BooleanField):
    """Whether nobody else uses this device; else the session ends with the browser (ID-16)."""

    def __init__(self):
        super().__init__(
            label=_("Only I use this device"),
            help_text=_(
                "Then you stay signed in for 7 days. "
                "Without it, until the browser is closed, 30 quiet minutes or 8 hours."
            ),
            required=False,
        )


class SignUpForm(forms.Form):
    """Asks for a pseudonym, a passphrase, adulthood and two consents; nothing else (ID-02)."""

    pseudonym = forms.CharField(
        label=_("Pseudonym"),
        max_length=promises.PSEUDONYM_LENGTH[1],
        help_text=_("Others see this name. Please choose one you do not use elsewhere."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    passphrase = NewPassphrase()
    adult = forms.BooleanField(label=_("I am 18 or older."), error_messages=A_YES)
    rules = forms.BooleanField(
        label=_("I have read the rules and will follow them."), error_messages=A_YES
    )
    special_data = forms.BooleanField(
        label=_("My writing may tell of health, family or faith. You may store it here."),
        help_text=_(
            "The law protects such things more strongly, so we ask apart. "
            "Without it you can read. You can give it or take it back later."
        ),
        required=False,
    )
    own_device = OwnDevice()

    def clean_pseudonym(self) -> str:
        name = " ".join(self.cleaned_data["pseudonym"].split())
        try:
            pseudonyms.check(name)
        except Refused as refusal:
            raise forms.ValidationError(refusal.reason) from None
        return name


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
    own_device = OwnDevice()

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


class PassphraseForm(forms.Form):
    """The passphrase once more, by a person who is signed in (SE-09)."""

    passphrase = forms.CharField(
        label=_("Passphrase"),
        max_length=promises.PASSPHRASE_LENGTH[1],
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class ChangePassphraseForm(forms.Form):
    """A new passphrase; the old one was shown a moment ago."""

    passphrase = NewPassphrase(label=_("New passphrase"))


class CodeForm(forms.Form):
    """A code typed in: of an app, of the sheet, or from a mail."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )


class RecoveryForm(forms.Form):
    """The way back in with a code of the sheet (ID-17)."""

    pseudonym = forms.CharField(
        label=_("Pseudonym"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    code = forms.CharField(
        label=_("A code from your sheet"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )
    passphrase = NewPassphrase(label=_("New passphrase"))
    own_device = OwnDevice()


class EmailForm(forms.Form):
    """An address to write to; not shown to anybody."""

    email = forms.EmailField(
        label=_("E-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


class Answer(forms.JSONField):
    """What a browser answers; nested without end it is no answer, and no error of ours."""

    def to_python(self, value: object) -> object:
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(self.error_messages["required"], "invalid") from None


class PasskeyForm(forms.Form):
    """What the browser answers when it made or showed a passkey, and what one calls it."""

    credential = Answer(widget=forms.HiddenInput)
    name = forms.CharField(max_length=40, required=False)

    def clean_credential(self) -> dict:
        given = self.cleaned_data["credential"]
        if not isinstance(given, dict):
            raise forms.ValidationError(_("The passkey did not arrive here. Please try again."))
        return given
