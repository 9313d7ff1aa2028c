"""The inbox on pages of other rooms: whether there is news, and how one follows a place."""

from django import template

from .. import queries
from ..models import Following

register = template.Library()


@register.simple_tag(takes_context=True)
def news(context: template.Context) -> bool:
    """Whether the person who looks has anything new. Asked once a page; never how much."""
    request = context.get("request")
    viewer = getattr(request, "user", None)
    if viewer is None:
        return False
    if not hasattr(request, "_has_news"):
        request._has_news = queries.has_news(viewer)
    return request._has_news


@register.simple_tag(takes_context=True)
def following(context: template.Context, place: str) -> str:
    """The level at which the person who looks follows this place."""
    return queries.level_of(context["request"].user, place)


@register.simple_tag
def following_levels() -> list[tuple[str, str]]:
    """The levels and their words, the loudest first."""
    return Following.Level.choices


@register.simple_tag(takes_context=True)
def asked_again(context: template.Context) -> list:
    """The kinds for which it is asked again whether anything may be sent (EX-08)."""
    return queries.lapsed(context["request"].user)
