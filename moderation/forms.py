"""What a decision carries: the version and digest that were shown, and reasons for a no."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from community import promises

from .rules import Rule

MOST_VERSION = 2_147_483_647


class DecisionForm(forms.Form):
    """Bound to what was shown; any other field that is sent along is not read."""

    version = forms.IntegerField(min_value=1, max_value=MOST_VERSION, widget=forms.HiddenInput)
    digest = forms.RegexField(r"^[0-9a-f]{1,128}$", widget=forms.HiddenInput)

    @property
    def lost_its_place(self) -> bool:
        """Whether it does not say what was shown: then nothing can be decided with it."""
        return bool({"version", "digest"} & set(self.errors))


class JoiningForm(forms.Form):
    """Why somebody's names have to be seen side by side (PB-17)."""

    reason = forms.CharField(
        label=gettext_lazy("Why is it needed?"),
        help_text=gettext_lazy("Without names, please: only what you are afraid of."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=promises.JOINING_REASON[1],
        error_messages={"required": gettext_lazy("Please write why. A colleague reads it.")},
    )


class DeclineForm(DecisionForm):
    """A no, with the rule and the decider's own words (MC-15)."""

    rule = forms.ChoiceField(
        label=gettext_lazy("Which rule is it about?"),
        choices=Rule.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Please choose the rule this is about.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("What do you want to say to the writer?"),
        max_length=1_200,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": gettext_lazy("Please write to the writer why this is not shown.")
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _(
            "Name the place in the text, and what would help. At most %(words)d words."
        ) % {"words": promises.REASON_WORDS}

    def clean_reason(self) -> str:
        reason = self.cleaned_data["reason"]
        if len(reason.split()) > promises.REASON_WORDS:
            raise forms.ValidationError(
                _("Please say it in fewer words. Short reasons are easier to take in.")
            )
        return reason
