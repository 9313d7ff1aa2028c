"""Machina's permission tables; who may do what is answered by `community.access`."""

from machina.apps.forum_permission.apps import ForumPermissionAppConfig as VendorConfig


class ForumPermissionConfig(VendorConfig):
    default = True  # two configs stand in this module; Django takes neither unless one says so
    name = "forum.forum_permission"

    def ready(self) -> None:
        """The vendor's receiver fills the table of rights after migrating."""
        from machina.apps.forum_permission import receivers  # noqa: F401
