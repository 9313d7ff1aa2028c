"""The record of the house: `record(by, tag, subject, **facts)`, and nothing that changes it."""

from .tags import Tag

__all__ = ["Tag", "record"]


def record(by, tag: Tag, subject, **facts: str | int | bool | None) -> None:
    """Add one line in the running transaction. Facts are ids, codes and counts; never words."""
    from .models import Entry

    Entry.objects.create(
        by=by,
        tag=tag,
        subject=subject._meta.label_lower,
        subject_id=str(subject.pk),
        facts=facts,
    )
