"""The danger signs of the page that is always there, each a row of the rule table. First what to do now."""

# ruff: noqa: E501 - one text a line

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vado.catalogue import Tag
from vado.safety.rows import Row

WRITTEN_ON = dt.date(2026, 11, 25)

DANGER_ROWS = (
    Row(
        id="sign-opioid",
        heading=_("Somebody does not wake or hardly breathes"),
        now=_("Call the emergency number. Give naloxone if you have it. Then help them breathe."),
        signs=(
            _("You call and shake them, and they do not wake."),
            _("Slow breath, long gaps, snoring or gurgling."),
            _("Lips or nails are blue or grey. On dark skin, look at the gums."),
            _("Very small pupils."),
        ),
        safer=(
            _("Naloxone spray: lay them on their back, put the tip into one nostril, press."),
            _("No breath: tilt the head back, hold the nose, give one breath every five seconds."),
            _("No change after 2 to 3 minutes: give one more dose in the other nostril."),
            _("When they breathe, lay them on their side. Stay with them."),
            _("Naloxone can wear off in 30 to 90 minutes, before the opioid does. They can stop breathing once more."),
            _(
                "Naloxone does no harm if it was something else. It does not undo alcohol, pills for sleep or stimulants."
            ),
        ),
        source=_(
            "naloxone leaflet of Pitt County and others, read; breaths: a resuscitation guideline, to be verified"
        ),
        tag=Tag.READ_IN_SOURCE,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-mixed",
        heading=_("It is not clear what was taken, or it was several things"),
        now=_("Does not wake: call the emergency number, give naloxone, lay them on their side."),
        signs=(
            _("What you see counts more than what it was sold as."),
            _("Things that make you sleepy add up: alcohol, opioids, pills for sleep, GHB."),
            _("A stimulant can hide how strong the other thing is. When it fades, the breath can stop."),
        ),
        safer=(
            _("Look at the breath every minute. Count it if you can."),
            _("Keep what is left, and the packet. Show it to the ambulance."),
        ),
        source=_("own judgement, from clinical sources on mixed overdose; to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-alcohol",
        heading=_("Very drunk"),
        now=_("Does not wake, or breathes slowly: call the emergency number and lay them on their side."),
        signs=(
            _("Throws up while asleep."),
            _("Cold, pale or blue skin."),
            _("A seizure."),
        ),
        safer=(
            _("Stay. Sleeping it off alone can kill: the drink in the belly keeps going in."),
            _("Keep them warm and on their side."),
            _("No coffee, no cold shower, no walking about."),
        ),
        source=_("public health leaflets on alcohol poisoning, to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-ghb",
        heading=_("GHB or GBL: asleep and cannot be woken"),
        now=_("Call the emergency number. Lay them on their side. Do not leave them."),
        signs=(
            _("It can turn within minutes: chatty, then gone."),
            _("Slow breath, jerks, throwing up."),
            _("They can wake all at once and be confused."),
        ),
        safer=(
            _("Look at the breath until help comes."),
            _("Nobody gives them more of anything."),
            _("With alcohol or pills for sleep the breath can stop."),
        ),
        source=_("clinical guidance on GHB (such as NEPTUNE), to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-stimulant",
        heading=_("Cocaine, speed, crystal: chest, head, panic"),
        now=_("Chest pain, a seizure, one side weak, or very hot: call the emergency number."),
        signs=(
            _("The heart races or stumbles, and rest does not calm it."),
            _("A headache like a blow, blurred sight, slurred speech."),
            _("Jaw locked, shaking, great fear."),
        ),
        safer=(
            _("A cool, quiet place. One calm voice. Loose clothes."),
            _("No more of it. Small sips of water."),
            _("Seizure: clear the space, hold nothing down, put nothing in the mouth. Then on the side."),
        ),
        source=_("harm reduction guides on stimulants and a first-aid guideline, to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-heat",
        heading=_("Too hot"),
        now=_("Hot and confused, or faints: call the emergency number and cool them now."),
        signs=(
            _("Very hot skin, no sweat or far too much."),
            _("Cramps, stumbling, talking nonsense."),
        ),
        safer=(
            _("Shade. Clothes off. Wet cloths and a fan on neck, armpits and groin."),
            _("Sips of water, not litres: with ecstasy too much water is a danger of its own."),
        ),
        source=_("first-aid guidelines on heat stroke; guides on MDMA, to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-serotonin",
        heading=_("Twitching, hot and restless after mixing"),
        now=_("Stiff muscles, fever or confusion: call the emergency number."),
        signs=(
            _("Twitches, shaking legs, eyes that jump."),
            _("Sweat, runny belly, wide pupils, racing heart."),
            _("It comes within hours, most often after mixing."),
            _("Ecstasy, tramadol, cough syrup, ayahuasca and pills for mood are often part of it."),
        ),
        safer=(
            _("Take nothing more. Cool the room and stay together."),
            _("Say all that was taken, the medicines too."),
        ),
        source=_("clinical reviews of serotonin toxicity (Hunter criteria), to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-withdrawal",
        heading=_("Shaking after stopping alcohol, pills for sleep or GHB"),
        now=_("A seizure, confusion, fever, or seeing things that are not there: call the emergency number."),
        signs=(
            _("Shaking, sweat, fast heart, throwing up, no sleep."),
            _("After alcohol: it starts after 6 to 24 hours. Seizures come in the first two days."),
            _("Confusion and fever come on days two to five."),
            _("Confused, walks unsteadily, eyes do not move well: this is an emergency too."),
        ),
        safer=(
            _("Do not be alone. See a doctor today, before it gets worse."),
            _("Say what you took, how long, and when you stopped."),
        ),
        source=_("clinical digests on alcohol withdrawal, read, to be verified against a guideline"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-psychosis",
        heading=_("Voices, being followed, great fear"),
        now=_("If somebody may get hurt: call the emergency number. If not: one calm person, a quiet room."),
        signs=(
            _("Hears or sees what others do not."),
            _("Feels watched or followed. Has not slept for days."),
        ),
        safer=(
            _("Speak little, slow and kind. Do not argue about what is real."),
            _("Low light, water, something to eat, and sleep if it comes."),
            _("No more stimulants, cannabis or trips. If it lasts longer than a day, see a doctor."),
        ),
        source=_("guides on stimulant psychosis, to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id="sign-suicide",
        heading=_("Thoughts of ending your life"),
        now=_("Call a crisis line or the emergency number, or ask somebody to sit with you. You need no right words."),
        signs=(
            _("This can pass. The worst of it often lasts minutes or hours, not days."),
            _("“I think of dying and I am afraid to be alone” is enough to say."),
        ),
        safer=(
            _("Put distance between you and pills, drugs, weapons. Give them to somebody, or leave the room."),
            _("Go where people are. Stay off drink and drugs for this night if you can."),
            _("For a friend: ask straight out. Asking does not plant the thought. Listen, stay, call."),
        ),
        source=_("Stanley and Brown 2012, abstract; crisis line guidance, to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
)
