"""Machina's topics and posts, overridden without columns (house.md 6)."""

from machina.apps.forum_conversation.apps import ForumConversationAppConfig as VendorConfig


class ForumConversationConfig(VendorConfig):
    default = True  # two configs stand in this module; Django takes neither unless one says so
    name = "forum.forum_conversation"

    def ready(self) -> None:
        """No receivers: views are not counted on every hit."""
