"""What a copy is to hold, and what becomes of the words: two small questions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.core.knowing import Choice


class CopyForm(forms.Form):
    """The second part is never ticked beforehand (PR-04)."""

    basics = forms.BooleanField(
        label=_("Your account and your words"),
        help_text=_("Names you have here, what you wrote, groups you asked for."),
        required=False,
        initial=True,
    )
    private = forms.BooleanField(
        label=_("Your safety settings"),
        help_text=_(
            "Names you blocked, what changed and when. Take it only where nobody reads it."
        ),
        required=False,
    )


class LeaveForm(forms.Form):
    """Nothing is chosen beforehand: it is the person's own decision (PR-07)."""

    choice = forms.ChoiceField(
        label=_("What becomes of what you wrote?"),
        choices=[
            (Choice.REMOVE, _("Remove my words. Where somebody has answered, a grey line stays.")),
            (
                Choice.WITHOUT_ME,
                _("Leave my words, without me. Each discussion says “former member”."),
            ),
        ],
        widget=forms.RadioSelect,
    )
