"""`{% load meanings %}`: addresses that lead to the own record or, through a door, to the one that is open."""

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def at(context: Context, name: str, *arguments: Any) -> str:
    """`{% at "map-node" key %}`"""
    return address_for(context["is_own"], context["record_id"], name, *arguments)


def address_for(is_own: bool, record_id: object, name: str, *arguments: Any) -> str:
    """The page of that name, in the own record or through the door to another."""
    if is_own:
        return reverse(f"meanings:{name}", args=arguments)
    return reverse(f"with-meanings:{name}", args=[record_id, *arguments])
