"""The door for somebody who was given a code for a task."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import render
from django.views.generic import FormView

from community.core.errors import Refused

from . import inviting
from .staff_sheets import words_of
from .task_forms import CodeForm


class TaskView(LoginRequiredMixin, FormView):
    """One field for the code; a wrong one and an old one get the same sentence."""

    template_name = "accounts/task.html"
    form_class = CodeForm

    def form_valid(self, form: CodeForm) -> HttpResponse:
        try:
            begun = inviting.take(form.cleaned_data["code"], by=self.request.user)
        except Refused as refusal:
            form.add_error("code", refusal.reason)
            return self.form_invalid(form, status=refusal.status)
        return render(self.request, "accounts/task_begun.html", {"begun": words_of(begun)})

    def form_invalid(self, form: CodeForm, status: int = 400) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)
