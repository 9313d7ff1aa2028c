"""What a template may not hold: inline style or script, addresses of others, exact times."""

import re

import pytest
from django.conf import settings
from django.template.loader import get_template

from .sheets import STATIC, TEMPLATES

FILES = sorted(TEMPLATES.rglob("*.html"))
NAMES = [str(file.relative_to(TEMPLATES)) for file in FILES]
# What stands between tags of the template language is not HTML.
DJANGO = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|{% comment %}.*?{% endcomment %}", re.DOTALL)


def html(name: str) -> str:
    return DJANGO.sub("", (TEMPLATES / name).read_text())


@pytest.mark.parametrize("name", NAMES)
def test_SE_02_nothing_inline(name):
    text = html(name)
    assert not re.search(r"<[^>]*\sstyle\s*=", text)
    assert not re.search(r"<[^>]*\son\w+\s*=", text)
    assert not re.search(r"<style\b|javascript:", text)
    assert not re.search(r"<script\b(?![^>]*\bsrc=)", text)


@pytest.mark.parametrize("name", NAMES)
def test_SE_02_no_address_of_others(name):
    assert not re.search(r"""(?:src|srcset|data)\s*=\s*["']?(?:https?:)?//""", html(name))
    assert not re.search(r"<link\b[^>]*href=[\"'](?:https?:)?//", html(name))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("mail/")])
def test_PB_05_no_exact_time_in_an_attribute(name):
    assert "datetime=" not in html(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_partial_names_its_context(name):
    if name.startswith("components/"):
        first = (TEMPLATES / name).read_text().splitlines()[0]
        assert first.startswith("{# " + name.rpartition("/")[2])
        assert "ontext" in first


@pytest.mark.parametrize("name", NAMES)
def test_links_to_other_windows_are_not_made(name):
    assert "target=" not in html(name).replace("data-target=", "")


@pytest.mark.parametrize("name", [n for n in NAMES if not n.startswith(("mail/", "wagtail"))])
def test_every_template_can_be_read(name):
    get_template(name)


def test_every_icon_named_in_a_template_is_drawn():
    drawn = {file.stem for file in (STATIC / "icons").glob("*.svg")}
    named = set()
    for file in FILES:
        named |= set(re.findall(r"""{% icon ["']([\w-]+)["'] %}""", file.read_text()))
    assert named <= drawn
    assert {"member", "volunteer", "facilitator", "professional", "moderator"} <= drawn


def test_EX_11_pages_with_forms_tell_others_nothing_and_can_still_be_sent():
    # "no-referrer" alone makes a browser send our own forms with "Origin: null": the token check
    # then refuses every one of them. "same-origin" tells other sites just as little.
    assert settings.SECURE_REFERRER_POLICY == "same-origin"
    assert not [name for name in NAMES if 'name="referrer"' in html(name)], "one place says it"
