"""What somebody of the staff side sets for the own interface: its language and its look.

The vendor also asks for a first and a last name and takes a picture; this house holds neither
(PR-02, SE-12).
"""

from wagtail.admin.views.account import AccountView, LocaleSettingsPanel, ThemeSettingsPanel

KEPT = (LocaleSettingsPanel, ThemeSettingsPanel)


class OwnSettings(AccountView):
    """The vendor's page with the panels this house has a use for."""

    def get_panels(self) -> list:
        return [panel for panel in super().get_panels() if isinstance(panel, KEPT)]
