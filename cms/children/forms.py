"""The editors' form of a child's page: a reading recorded here counts for these very words."""

from cms.forms import GatedPageForm
from cms.gates import Finding, seal_of


class ChildPageForm(GatedPageForm):
    """Knows the door while the page is still new, and seals each new reading."""

    def findings(self) -> list[Finding]:
        self.seal_new_readings()
        return self.instance.findings(
            band=self.parent_page.specific.band, readings=self.standing_readings()
        )

    def save(self, commit: bool = True):
        self.seal_new_readings()
        return super().save(commit)

    def seal_new_readings(self) -> None:
        """An old reading keeps the seal of the words that were read then."""
        seal = seal_of(self.instance.words())
        for form in self.formsets["reviews"].forms:
            if form.has_changed():
                form.instance.seal = form.instance.seal or seal
                form.instance.recorded_by = form.instance.recorded_by or self.for_user

    def standing_readings(self) -> set[str]:
        """The fields whose reading, as given in this form, is of exactly these words."""
        seal = seal_of(self.instance.words())
        kept = [
            form
            for form in self.formsets["reviews"].forms
            if form.has_changed() or form.instance.pk
        ]
        return {
            form.cleaned_data["field"]
            for form in kept
            if form.instance.seal == seal and not form.cleaned_data.get("DELETE")
        }
