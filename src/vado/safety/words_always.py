"""The steps that are the same for every danger: on the side, and on the phone."""

from django.utils.translation import gettext_lazy as _

ON_THE_SIDE = (
    _("Kneel beside them. Put the near arm out, bent at the elbow."),
    _("Bring the far hand to their near cheek and hold it there."),
    _("Pull up the far knee and roll them towards you."),
    _("Tilt the head back a little, so that the mouth is open and low."),
    _("Look at the breath until help comes."),
)
ON_THE_PHONE = (
    _("Where you are: street, number, floor, how to get in."),
    _("“Somebody does not wake and hardly breathes.” Say what you see."),
    _("Say what was taken, if you know. It helps them to help."),
    _("Stay on the line and do what they say. Unlock the door."),
)
