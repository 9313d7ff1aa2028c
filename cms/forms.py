"""The editors' forms: the gates are asked before publishing; nobody is chosen from a list."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from . import publishing, rights


class GatedPageForm(WagtailAdminPageForm):
    """A draft is always saved; only publishing asks the gates (CH-06, CH-10, CH-11)."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if "action-publish" not in self.data:
            return True
        reasons = publishing.stopping(self.findings())
        if reasons:
            self.add_error(None, ValidationError(reasons))
        return not reasons

    def findings(self) -> list:
        """What the gates say of the page as it stands in this form."""
        return self.instance.findings()


class ContactLineForm(WagtailAdminModelForm):
    """A line to call belongs to the editor who wrote it, as long as that person edits (CH-08)."""

    def save(self, commit: bool = True):
        line = self.instance
        if line.owner_id is None or not rights.is_editor(line.owner):
            line.owner = self.for_user
        return super().save(commit)
