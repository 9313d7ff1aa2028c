"""Tripwires for django-moderation 0.8.0: what we work around is still so, and still worked around.

When one of the first kind fails, the vendor has changed: read dependencies.md f.2 again.
"""

import inspect
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import signals

import moderation
from community.accounts.models import User
from forum.discussion import services
from forum.discussion.models import PostRevision
from forum.forum_conversation.models import Post
from moderation import engine, kinds, ledger
from tests.talk import open_board  # noqa: F401

ROOT = Path(moderation.__file__).resolve().parent.parent


@pytest.fixture
def entry(open_board, aino) -> ledger.Entry:  # noqa: F811
    """A text on record, not decided."""
    services.start(open_board, title="Kaksi kotia", body="Hei.", language="fi", by=aino)
    return ledger.Entry._base_manager.get()


def hears(signal: signals.ModelSignal, model: type[models.Model]) -> list[str]:
    """The modules that listen to this signal of this model."""
    listeners = signal._live_receivers(model)
    found = [one for group in listeners for one in group]
    return [inspect.getmodule(getattr(one, "__func__", one)).__name__ for one in found]


def from_vendor(names: list[str]) -> list[str]:
    return [name for name in names if name.startswith("django_moderation")]


# --- The vendor is as we know it ----------------------------------------------------------------


def test_the_version_is_the_one_we_know():
    assert metadata.version("django-moderation") == "0.8.0"


@pytest.mark.filterwarnings("ignore:DateTimeField:RuntimeWarning")  # D17, until it rolls back
def test_D1_its_own_approve_still_breaks_after_saving_the_decision(entry, salla):
    with pytest.raises(TypeError, match="_save_parents"), transaction.atomic():
        entry.approve(by=salla)


def test_D6_one_list_of_exempted_fields_is_still_shared_by_its_base_class():
    from django_moderation.moderator import GenericModerator

    assert "self.fields_exclude.append" in inspect.getsource(GenericModerator.__init__)
    assert GenericModerator.fields_exclude == []


def test_D8_its_discovery_still_needs_a_module_that_new_pythons_lack():
    from django_moderation import helpers

    assert "import imp\n" in inspect.getsource(helpers.import_moderator)


def test_D15_its_field_still_hooks_every_model_unless_unhooked():
    from django_moderation import fields

    assert "post_init.connect(self.post_init)" in inspect.getsource(fields)


def test_it_imports_itself_relatively_only_so_that_another_name_does_it_no_harm():
    root = Path(sys.modules["django_moderation"].__file__).parent
    absolute = re.compile(r"^\s*(?:from|import) moderation\b", re.MULTILINE)
    assert not [path for path in root.rglob("*.py") if absolute.search(path.read_text("utf-8"))]


# --- And we use it safely -----------------------------------------------------------------------


def test_the_name_moderation_is_ours_and_the_label_is_the_vendors():
    assert Path(settings.ROOT) == ROOT
    assert type(apps.get_app_config("moderation")) is engine.LedgerConfig
    assert apps.get_app_config("safeguarding").name == "moderation"
    assert ledger.Entry._meta.db_table == "moderation_moderatedobject"


def test_only_the_ledger_talks_to_it():
    talks = re.compile(r"^\s*(?:from|import) django_moderation", re.MULTILINE)
    folders = ("community", "cms", "forum", "moderation")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    found = {path.name for path in paths if talks.search(path.read_text("utf-8"))}
    assert found == {"engine.py", "ledger.py"}


def test_D2_D10_D15_no_model_of_a_room_is_listened_to(entry):
    watched = (signals.pre_save, signals.post_save, signals.post_init)
    for model in (PostRevision, Post, User):
        assert not [name for signal in watched for name in from_vendor(hears(signal, model))]
    assert from_vendor(hears(signals.post_init, ledger.Entry))


def test_D3_its_admin_is_not_mounted():
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert "django_moderation.admin" not in sys.modules


def test_D6_each_registered_model_has_a_list_of_its_own(entry):
    one, other = ledger.Moderator(PostRevision), ledger.Moderator(Post)
    assert one.fields_exclude is not other.fields_exclude
    assert ledger.registry.get_moderator(PostRevision).fields_exclude == []


def test_D7_D14_managers_and_relations_of_rooms_stay_their_own(entry):
    for model in [kind.model for kind in kinds.kinds()]:
        assert not hasattr(model, "_relation_object")
        assert not hasattr(model, "_default_unmoderated_manager")
        assert type(model._default_manager).__module__.split(".")[0] != "django_moderation"


def test_D8_what_is_submitted_is_registered_and_no_discovery_runs(entry):
    assert ledger.registry.knows(PostRevision)
    assert "auto_discover" not in inspect.getsource(engine.LedgerConfig)
    assert sys.modules["django_moderation"].moderation.get_moderator(PostRevision)


def test_D11_D16_nothing_is_decided_by_itself_and_no_history_mode(entry, salla):
    rules = ledger.registry.get_moderator(PostRevision)
    salla.is_staff = salla.is_superuser = True
    assert not rules.is_auto_approve(None, salla)
    assert not rules.is_auto_reject(None, salla)
    assert not rules.keep_history
    assert not (rules.notify_user or rules.notify_moderator)


def test_D14_the_record_stays_when_the_thing_goes(entry):
    with transaction.atomic():
        revision = ledger.revision_of(entry.pk)
        PostRevision.objects.filter(pk=revision.pk)._raw_delete("default")
        assert ledger.revision_of(entry.pk).source == "Hei."
        transaction.set_rollback(True)
