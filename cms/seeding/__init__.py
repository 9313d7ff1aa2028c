"""Loads guides and children's pages from text files. Never overwrites what an editor has written.

Running it twice changes nothing: what is there, by its translation key, is left as it is.
"""

from collections.abc import Mapping
from pathlib import Path

from django.db import transaction

from cms import rights
from community.accounts.models import User

from . import children, editors, guides, tree


@transaction.atomic
def load(
    content_dir: Path | str, *, people: Mapping[str, User], readers: Mapping[str, str]
) -> None:
    """Site, language trees, guides, children's pages and the editors' rights.

    `people` maps keys to accounts, for owners of lines; `readers` maps each field of
    SafetyReview to the key of who has read the pages on safety. A missing key raises KeyError.
    """
    folder = Path(content_dir)
    experts = {field: people[key] for field, key in readers.items()}
    homes = tree.plant()
    editors.admit()
    for language, home in homes.items():
        guides.load(home, folder / f"guides_{language}.toml")
        children.load(home, folder / f"children_{language}.toml", people, experts)
    for person in people.values():
        rights.follow_role(person)
