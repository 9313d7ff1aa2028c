"""Every address, asked once in every way by one browser; what came of it is kept as plain data.

Asking is what these tests cost, so each kind of visitor asks once and every test reads that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import connection
from django.test import Client

from .addresses import Address

# What a link could carry if some door read it as a form.
PRETENDS = "body=x&confirm=1&accepts=on&answer=give&action=delete&_method=POST"
LOOKS = ("GET", "HEAD", "OPTIONS")
FORMS = ("POST", "PUT", "PATCH", "DELETE")
# Everything else that is sent to the database changes it, or may.
ONLY_READS = {"SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK"}


@dataclass(frozen=True)
class Answer:
    """One answer: who was asked how, what came back, and which statements wrote meanwhile."""

    name: str
    how: str
    status: int
    headers: Mapping[str, str]
    body: str
    wrote: tuple[str, ...]

    @property
    def is_look(self) -> bool:
        return self.how.split("?")[0] in LOOKS

    def __str__(self) -> str:
        return f"{self.how} {self.name}"


def every_answer(client: Client, addresses: list[Address], things: dict) -> list[Answer]:
    """Asked as a browser, a robot and a curious person ask: what is there, and what never was.

    Forms go out without their token, so `client` enforces it.
    """
    client.raise_request_exception = False
    return [
        _answer(client, address.name, how, path)
        for address in addresses
        for path in dict.fromkeys((address.path(things), address.path()))
        for how in (*LOOKS, *(f"{look}?" for look in LOOKS), *FORMS)
    ]


def _answer(client: Client, name: str, how: str, path: str) -> Answer:
    ask = getattr(client, how.strip("?").lower())
    with connection.execute_wrapper(wrote := Writes()):
        if how in FORMS:
            answer = ask(path, {"body": "x"})
        else:
            answer = ask(f"{path}?{PRETENDS}" if how.endswith("?") else path)
    body = answer.content.decode(errors="ignore")
    return Answer(name, how, answer.status_code, answer.headers, body, tuple(wrote))


class Writes:
    """The statements that did more than read, in their order."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __call__(self, execute, sql, params, many, context) -> object:
        if sql.split(maxsplit=1)[0].upper() not in ONLY_READS:
            self.statements.append(sql)
        return execute(sql, params, many, context)

    def __iter__(self) -> Iterator[str]:
        return iter(self.statements)
