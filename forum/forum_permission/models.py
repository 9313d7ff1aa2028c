"""Machina's permission tables as they are."""

from machina.apps.forum_permission.abstract_models import (
    AbstractForumPermission,
    AbstractGroupForumPermission,
    AbstractUserForumPermission,
)


class ForumPermission(AbstractForumPermission):
    """A right by its codename."""


class GroupForumPermission(AbstractGroupForumPermission):
    """A right given to or taken from a group, on one board or all."""


class UserForumPermission(AbstractUserForumPermission):
    """A right given to or taken from a person, all members, or everyone."""
