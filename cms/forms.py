"""The editors' form: asks the gates before publishing; when they say no, every word stays."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

from . import publishing


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
