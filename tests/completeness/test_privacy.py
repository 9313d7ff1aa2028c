"""The public table is whole (PR-01), and some things have no column at all (PR-02)."""

import re
from collections import Counter

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Field, Model

from community.core import knowing

# PR-02: what we never hold, as it would be called in a column, in our languages and the vendors'.
NEVER = re.compile(
    r"address|street|postal|postcode|zip_?code|osoite|child_?(name|birth)|lapsen|birth|born|ssn|"
    r"identity_?(code|number)|hetu|iban|bank(?!_)|account_?number|phone|mobile|puhelin|latitude|"
    r"longitude|\blat\b|\blng\b|location|geo|contacts?_list|surname|last_name|first_name|given_name|"
    r"family_name|real_name|gender|ip_|user_agent"
)
# Column → why it is not what its name sounds like.
ARGUED = {
    "account.emailaddress": "allauth's own table for e-mail; erased, and empty unless one is given",
    "account.emailconfirmation.email_address": "points to the row above",
}


def models() -> list[type[Model]]:
    return list(apps.get_models(include_auto_created=True))


def columns(model: type[Model]) -> list[Field]:
    """What the model's own table holds; parents have tables of their own."""
    return [field for field in model._meta.local_fields]


def declared() -> Counter:
    """Every declared column; "*" for a whole model."""
    found: Counter = Counter()
    for one in (*knowing.known(), *knowing.not_personal()):
        for model, names in one.fields.items():
            found.update(f"{model}.{name}" for name in names.split())
    return found


def points_to_a_person(field: Field) -> bool:
    return field.is_relation and field.related_model._meta.label == settings.AUTH_USER_MODEL


@pytest.mark.parametrize("model", models(), ids=lambda model: model._meta.label_lower)
def test_PR_01_every_column_is_in_the_table_or_said_to_be_nobodys(model):
    label, all_of_them = model._meta.label_lower, declared()
    if all_of_them[f"{label}.*"]:
        assert not [f.name for f in columns(model) if points_to_a_person(f)], "points to a person"
        return
    missing = [
        field.name
        for field in columns(model)
        if not all_of_them[f"{label}.{field.name}"]
        and not (field.is_relation and field.name.endswith("_ptr"))
    ]
    assert not missing, f"{label}: say in the room's privacy.py what we know by {missing}"


def test_PR_01_whoever_is_pointed_to_is_declared_as_a_person():
    nobodys = {
        f"{model}.{name}"
        for one in knowing.not_personal()
        for model, names in one.fields.items()
        for name in names.split()
    }
    for model in models():
        for field in filter(points_to_a_person, columns(model)):
            assert f"{model._meta.label_lower}.{field.name}" not in nobodys


def test_PR_01_what_is_declared_is_there_once():
    there = {
        f"{model._meta.label_lower}.{field.name}" for model in models() for field in columns(model)
    }
    there |= {f"{model._meta.label_lower}.*" for model in models()}
    found = declared()
    assert not set(found) - there
    assert not [name for name, times in found.items() if times > 1]


@pytest.mark.parametrize("one", knowing.known(), ids=lambda one: str(one.what)[:40])
def test_PR_01_each_row_says_why_by_what_right_who_sees_it_and_how_long(one):
    assert all(str(words).strip() for words in (one.what, one.why, one.kept, one.example))
    assert one.ground in knowing.Ground and one.seen_by


def test_PR_02_no_column_for_what_we_never_hold():
    found = {
        f"{model._meta.label_lower}.{field.name}"
        for model in models()
        for field in columns(model)
        if NEVER.search(field.name) or field.get_internal_type() == "GenericIPAddressField"
    }
    assert found <= set(ARGUED)


def test_CH_03_nobody_can_be_asked_for_what_a_child_wrote():
    """PR-08: there is no column in which a child's words or visits could stand."""
    own = [model for model in models() if model.__module__.startswith("cms.models.children")]
    assert own
    for model in own:
        assert not [f for f in columns(model) if points_to_a_person(f) and f.name != "recorded_by"]
