"""Forms of the coordinator. There is no field for a file anywhere here (PV-04)."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import Credential, Role
from .task_models import Task

LANGUAGES = (("fi", _("in Finnish")), ("sv", _("in Swedish")), ("en", _("in English")))


def day_field(label, help_text="") -> forms.DateField:
    """A day; the browser offers a calendar, and 2.11.2026 can be typed as well."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        initial=timezone.localdate,
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": _("Please give the day."),
            "invalid": _("Please write the day like this: 2.11.2026."),
        },
    )


class InviteForm(forms.Form):
    """What the person who gets the code may do here. It names nobody."""

    kinds = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.Kind.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A professional's label comes later, when you have looked up the right."),
        error_messages={"required": _("Please choose at least one role.")},
    )
    permitted = forms.MultipleChoiceField(
        label=_("Permitted tasks"),
        choices=Task.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Answering goes with volunteer, the desk with moderator, groups with group "
            "facilitator. Leave one open if training comes first."
        ),
    )


class TrainingForm(forms.Form):
    """Something learned, and when."""

    what = forms.CharField(
        label=_("What was learned"),
        max_length=120,
        error_messages={"required": _("Please write what was learned.")},
    )
    on = day_field(_("On which day"))


class TasksForm(forms.Form):
    """Permitted tasks, and the colleague who stands beside."""

    permitted = forms.MultipleChoiceField(
        label=_("Permitted tasks"),
        choices=Task.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("A task counts while the person has its role."),
    )
    supervisor = forms.ChoiceField(label=_("Who stands beside this person"), required=False)

    def __init__(self, *args, supervisors=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["supervisor"].choices = [("", _("Nobody yet")), *supervisors]


class ExtractForm(forms.Form):
    """Only the day of issue: who saw it and when is the coordinator signed in, today."""

    issued_on = day_field(
        _("The extract was issued on"),
        _("Look at it and give it back. The law allows no copy."),
    )


class AgainForm(forms.Form):
    """A profession was looked up again."""

    checked_on = day_field(_("Looked up in the register on"))


class EndForm(forms.Form):
    """Why a label ends before its time."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=Credential.EndedFor.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose the reason.")},
    )


class ProfessionForm(forms.Form):
    """A profession as its register and the employer give it (PV-02, PV-13)."""

    field = forms.ChoiceField(label=_("Field"), choices=Credential.Field.choices)
    register = forms.CharField(label=_("Register"), max_length=120)
    register_number = forms.CharField(label=_("Number in the register"), max_length=60)
    checked_on = day_field(_("Looked up in the register on"))
    shown_name = forms.CharField(
        label=_("Name that readers see"),
        max_length=80,
        required=False,
        help_text=_(
            "May stay empty: then readers see title and organisation without a name. "
            "It protects from an angry party; we know who it is."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, language in LANGUAGES:
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title %(language)s") % {"language": language}, max_length=80
            )
        for code, language in LANGUAGES:
            self.fields[f"organisation_{code}"] = forms.CharField(
                label=_("Organisation %(language)s") % {"language": language}, max_length=120
            )
        for one in self.fields.values():
            one.error_messages["required"] = _("Please fill this in.")
        titles = [name for name in self.fields if name.startswith(("title_", "organisation_"))]
        self.order_fields(["field", *titles, "shown_name"])

    def facts(self) -> dict[str, object]:
        """What the verb asks for."""
        given = self.cleaned_data
        plain = ("field", "register", "register_number", "checked_on", "shown_name")
        return {
            **{name: given[name] for name in plain},
            "title": {code: given[f"title_{code}"] for code, _language in LANGUAGES},
            "organisation": {code: given[f"organisation_{code}"] for code, _language in LANGUAGES},
        }
