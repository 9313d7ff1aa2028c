"""Doors of the coordinator, inside the editors' interface. Others find nothing."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from community.core.errors import Concealed, Refused

from . import credentials, inviting, names, recording
from . import staff_queries as queries
from .freshness import fresh_sign_in_required
from .keeping import kept_for, sent
from .models import Credential, Role, User
from .staff import keeps_people
from .staff_forms import (
    AgainForm,
    EndForm,
    ExtractForm,
    InviteForm,
    ProfessionForm,
    TasksForm,
    TrainingForm,
)
from .staff_sheets import Line, Sheet, line_of, sheet_of, words_of


class PeopleDoor(View):
    """Asks at each request whether a coordinator stands here."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not keeps_people(request.user):
            raise Concealed
        return super().dispatch(request, *args, **kwargs)


class PeopleView(PeopleDoor):
    """Who has or had a task, the invitations that are open, and what falls due."""

    def get(self, request: HttpRequest) -> HttpResponse:
        people = [Line.of(one) for one in queries.people_with_tasks(request.user)]
        context = {
            "now": [one for one in people if one.roles],
            "before": [one for one in people if not one.roles],
            "invitations": [
                (one, words_of(one.kinds, one.tasks))
                for one in queries.open_invitations(request.user)
            ],
            "due": [line_of(one) for one in queries.professions_due(request.user)],
        }
        return render(request, "staff/people.html", context)


class ProfessionsView(PeopleDoor):
    """Every label that stands, by what falls due first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        found = [line_of(one) for one in queries.professions(request.user)]
        return render(request, "staff/professions.html", {"professions": found})


class PersonView(PeopleDoor):
    """All that the house keeps of one person's tasks."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        sheet: Sheet = sheet_of(request.user, queries.person_for(request.user, ref))
        return render(request, "staff/person.html", {"sheet": sheet})


class FormDoor(PeopleDoor):
    """One form on a page of its own. A refusal shows it again with all that was typed."""

    form_class: type[forms.Form] = forms.Form
    heading: str | Promise = ""
    button: str | Promise = gettext_lazy("Save")
    lead: str | Promise = ""

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        self.find(**kwargs)
        given = {**self.initial(), **kept_for(request)}
        return self.show(self.form_class(initial=given, **self.choices()))

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        self.find(**kwargs)
        form = self.form_class(request.POST, **self.choices())
        if not form.is_valid():
            return self.show(form, status=400)
        try:
            answer = self.act(form)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            return self.show(form, status=refusal.status)
        sent(request, request.path)
        return answer

    def show(self, form: forms.Form, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "heading": self.heading,
            "lead": self.lead,
            "button": self.button,
            "about": names.of_staff(self.person) if self.person else "",
            "back": self.back(),
        }
        return render(self.request, "staff/form.html", context, status=status)

    person: User | None = None

    def find(self, ref: str = "", **kwargs) -> None:
        """What the form is about; raises Concealed when it is not there."""
        self.person = queries.person_for(self.request.user, ref) if ref else None

    def initial(self) -> dict[str, object]:
        return {}

    def choices(self) -> dict[str, object]:
        return {}

    def act(self, form: forms.Form) -> HttpResponse:
        raise NotImplementedError

    def back(self) -> tuple:
        return ("people:person", self.person.ref) if self.person else ("people:index",)

    def done(self, words: str) -> HttpResponse:
        messages.success(self.request, words)
        return redirect(*self.back())


@method_decorator(fresh_sign_in_required, name="dispatch")  # a borrowed session makes no helpers
class InviteView(FormDoor):
    """A code that gives tasks to whoever uses it; shown on this answer and never again."""

    form_class = InviteForm
    heading = gettext_lazy("Invite to a task")
    button = gettext_lazy("Make a code")
    lead = gettext_lazy(
        "You get a code that works once. Give it to the person yourself, best by hand or by voice."
    )

    def act(self, form: InviteForm) -> HttpResponse:
        invitation, code = inviting.invite(**form.cleaned_data, by=self.request.user)
        words = words_of(invitation.kinds, invitation.tasks)
        context = {"invitation": invitation, "code": code, "words": words}
        return render(self.request, "staff/invited.html", context)


class WithdrawView(FormDoor):
    heading = gettext_lazy("Take an invitation back")
    button = gettext_lazy("Take it back")
    lead = gettext_lazy("Its code works no more. You can make another one at any time.")

    def find(self, ref: str, **kwargs) -> None:
        self.invitation = queries.invitation_for(self.request.user, ref)

    def act(self, form: forms.Form) -> HttpResponse:
        inviting.withdraw(self.invitation, by=self.request.user)
        return self.done(_("The invitation is taken back."))


class EndRoleView(FormDoor):
    button = gettext_lazy("End this role")
    lead = gettext_lazy(
        "It ends at once and everywhere, also in rooms that are open now. "
        "What the person wrote in this role keeps the label it had then."
    )

    def find(self, ref: str, kind: str) -> None:
        super().find(ref)
        if not any(role.kind == kind for role in self.person.standing):
            raise Concealed
        self.kind = Role.Kind(kind)

    @property
    def heading(self) -> str:
        return _("End the role: %(role)s") % {"role": self.kind.label}

    def act(self, form: forms.Form) -> HttpResponse:
        inviting.end_role(self.person, self.kind, by=self.request.user)
        return self.done(_("The role has ended."))


class TrainingView(FormDoor):
    form_class = TrainingForm
    heading = gettext_lazy("Mark training")

    def act(self, form: TrainingForm) -> HttpResponse:
        recording.mark_training(self.person, **form.cleaned_data, by=self.request.user)
        return self.done(_("The training is marked."))


class TasksView(FormDoor):
    form_class = TasksForm
    heading = gettext_lazy("Tasks and supervisor")

    def initial(self) -> dict[str, object]:
        sheet = sheet_of(self.request.user, self.person)
        return {"permitted": sheet.permitted, "supervisor": sheet.supervisor_ref}

    def choices(self) -> dict[str, object]:
        self.supervisors = {
            one.ref: one for one in queries.supervisors_for(self.request.user, self.person)
        }
        offered = [(ref, names.of_staff(one)) for ref, one in self.supervisors.items()]
        return {"supervisors": offered}

    def act(self, form: TasksForm) -> HttpResponse:
        recording.set_tasks(
            self.person,
            permitted=form.cleaned_data["permitted"],
            supervisor=self.supervisors.get(form.cleaned_data["supervisor"]),
            by=self.request.user,
        )
        return self.done(_("Tasks and supervisor are kept."))


class ExtractView(FormDoor):
    form_class = ExtractForm
    heading = gettext_lazy("An extract of the criminal record was shown")
    lead = gettext_lazy(
        "Needed only where the task is regular, personal and alone with a minor. "
        "Kept are three facts: the day it was issued, that you saw it, and today's date."
    )

    def act(self, form: ExtractForm) -> HttpResponse:
        recording.see_extract(self.person, **form.cleaned_data, by=self.request.user)
        return self.done(_("It is noted that you saw the extract."))


class ProfessionView(FormDoor):
    form_class = ProfessionForm
    heading = gettext_lazy("A profession, looked up in its register")
    lead = gettext_lazy(
        "You are written down as who checked it. Afterwards you see by when to look again."
    )

    def act(self, form: ProfessionForm) -> HttpResponse:
        credentials.check(self.person, **form.facts(), by=self.request.user)
        return self.done(_("The profession is kept. Its label holds from now."))


class OfProfession(FormDoor):
    """A form about one label that stands."""

    credential: Credential

    def find(self, ref: str, **kwargs) -> None:
        self.credential = queries.profession_for(self.request.user, ref)
        self.person = self.credential.person


class AgainView(OfProfession):
    form_class = AgainForm
    heading = gettext_lazy("Looked up again")
    lead = gettext_lazy("Look the right up in the register first. Then the label holds on.")

    def act(self, form: AgainForm) -> HttpResponse:
        credentials.check_again(self.credential, **form.cleaned_data, by=self.request.user)
        return self.done(_("Thank you. The label holds on."))


class EndProfessionView(OfProfession):
    form_class = EndForm
    heading = gettext_lazy("End this label")
    button = gettext_lazy("End the label")
    lead = gettext_lazy(
        "It ends at once. Messages written with it say from now on: verified at the time."
    )

    def act(self, form: EndForm) -> HttpResponse:
        credentials.end(self.credential, **form.cleaned_data, by=self.request.user)
        return self.done(_("The label has ended."))
