"""Topic and Post of machina without their side effects: saving one row writes that row only.

The vendor's `save()` recounts and rewrites the whole topic and forum, which undoes a lock or a
move made meanwhile (M21), and its `delete()` takes other people's replies along (M19, M22).
Counting is done by `discussion.services.showing`, under a row lock.
"""

from django.db import models
from machina.apps.forum_conversation.abstract_models import AbstractPost, AbstractTopic


class Topic(AbstractTopic):
    """A discussion. `approved` and the counters are kept by our services."""

    def save(self, *args, **kwargs) -> None:
        models.Model.save(self, *args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Topics are withdrawn, never deleted.")

    def __str__(self) -> str:
        return f"topic {self.pk}"


class Post(AbstractPost):
    """One message of a discussion, hidden until something shows it."""

    def save(self, *args, **kwargs) -> None:
        models.Model.save(self, *args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Posts are withdrawn, never deleted.")

    def __str__(self) -> str:
        return f"post {self.pk}"
