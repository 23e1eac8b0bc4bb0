"""Steady myself: small things for a hard minute. The body is one way among several, never the only one."""

# ruff: noqa: E501 - one text a line

from django.utils.translation import gettext_lazy as _

STEPS = (
    (_("Eyes open"), _("Keep your eyes open. Look at something that does not move. You are here, in this place.")),
    (_("Feet"), _("Press both feet into the floor. If that is not for you, hold the edge of a table.")),
    (_("The room"), _("Say where you are, out loud or inside: the place, the day, how old you are.")),
    (
        _("Five things"),
        _("Find five things of one colour. Then four sounds. Then three things you can touch."),
    ),
    (_("Cold water"), _("Cold water on your hands or your face. Or something cold to hold.")),
    (
        _("Somebody's voice"),
        _(
            "Call or write to one person. “Can you talk to me for a minute?” is enough. A song or the radio also counts."
        ),
    ),
    (
        _("Breath, if you want"),
        _("Let the breath out a little longer than it comes in. If that makes it worse, leave it and look around."),
    ),
)
