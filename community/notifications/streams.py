"""The live stream of an inbox: for the person whose it is, and nobody else."""

from community.core.live import going, stream

from . import queries


@stream("inbox")
def may_listen(viewer: object, ref: str) -> bool:
    return viewer.is_authenticated and viewer.is_active and viewer.ref == ref


@going("inbox")
def what_is_gone(viewer: object, ref: str) -> list[str]:
    """Notices that lead where the viewer may not look any more."""
    return queries.out_of_sight(viewer)
