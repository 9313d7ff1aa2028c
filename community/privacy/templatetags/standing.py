"""The lines that stand on every page of a person who waits for a copy, or has hidden everything."""

from django import template

from community.privacy import queries

register = template.Library()


@register.inclusion_tag("components/_standing_lines.html", takes_context=True)
def standing_lines(context: template.Context) -> dict:
    """One small query for who is signed in; none for anybody else (PR-04, PR-06)."""
    request = context.get("request")
    viewer = getattr(request, "user", None)
    if viewer is None or not viewer.is_authenticated:
        return {}
    return {
        "copy": queries.standing_copy(viewer),
        "gone_at": queries.gone_at(viewer),
        "csrf_token": context.get("csrf_token"),
    }
