"""`{% load meetings %}`: addresses in one's own record or through a door, whichever the page was opened by."""

from django import template
from django.template import Context

from vado.meetings.addresses import address

register = template.Library()


@register.simple_tag(takes_context=True)
def at(context: Context, name: str, *asked: object) -> str:
    """`{% at "agreed" %}`"""
    return address(context["record"], name, *asked)
