"""Machina's permission handler, answering from `community.access` only: no second set of rules."""

from community.access import boards


class PermissionHandler:
    """Answers the three rights we use, and no to everything else the vendor may ask."""

    def can_read_forum(self, forum, user) -> bool:
        return forum.pk in boards.rights_of(user).read

    def can_see_forum(self, forum, user) -> bool:
        return self.can_read_forum(forum, user)

    def can_add_topic(self, forum, user) -> bool:
        return forum.pk in boards.rights_of(user).start

    def can_add_post(self, topic, user) -> bool:
        return topic.forum_id in boards.rights_of(user).reply

    def forum_list_filter(self, forums, user):
        return forums.filter(boards.readable(user))

    def __getattr__(self, name: str):
        if name.startswith(("can_", "may_")):
            return lambda *args, **kwargs: False
        raise AttributeError(name)
