"""What may be sent, kind by kind. What is not possible for this person is not offered."""

from django import forms

from .kinds import Kind
from .models import Choice

Channel = Choice.Channel


class ChoicesForm(forms.Form):
    """One question for each kind; nothing is ticked that the person has not chosen (EX-08)."""

    def __init__(self, *args, chosen: list[tuple[Kind, Choice]], may_send: bool, **kwargs):
        super().__init__(*args, **kwargs)
        for kind, choice in chosen:
            offered = [line for line in Channel.choices if _is_offered(line[0], kind, may_send)]
            # Mail that lapsed, or whose address went, is not on: the form says what is true.
            current = choice.channel if choice.goes_out or not choice.is_sent else Channel.INBOX
            self.fields[kind.name] = forms.ChoiceField(
                label=kind.label,
                choices=offered,
                initial=current if current in dict(offered) else Channel.INBOX,
                widget=forms.RadioSelect,
            )


def _is_offered(channel: str, kind: Kind, may_send: bool) -> bool:
    if channel == Channel.NONE:
        return not kind.always
    return may_send or channel == Channel.INBOX
