"""The texts of the guards, each a row of the rule table."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vado.catalogue import Tag
from vado.safety.guards import MISSED_MAINTENANCE, OPIOID_PREGNANCY, SUDDEN_STOP, TOLERANCE_OPIOID, TOLERANCE_OTHER
from vado.safety.rows import Row

WORDS_TOUCH = "words-touch"
WRITTEN_ON = dt.date(2026, 11, 25)

GUARD_ROWS = (
    Row(
        id=SUDDEN_STOP,
        heading=_("Stopping all at once can be dangerous here"),
        now=_(
            "If there is a seizure, confusion, fever, hard shaking, or things are seen or heard that are not there: "
            "call %(emergency)s now."
        ),
        why=_(
            "The body gets used to alcohol, sleeping pills, benzodiazepines, GHB and pregabalin. When they stop "
            "all at once, it can overreact. That can be a medical emergency."
        ),
        signs=(
            _("In the first hours: shaking, sweat, a fast heart, feeling sick, no sleep."),
            _("After alcohol, most seizures come in the first two days; confusion and fever in the first five."),
            _("After GHB it can begin within hours. After sleeping pills or benzodiazepines it can take days."),
        ),
        safer=(
            _("Do not stop suddenly. Get medical help to slow down: a doctor, a clinic or a pharmacy is a good start."),
            _("Tell them what you take, how often, and if you ever had a seizure."),
            _("If you are pregnant, ask for help before you change anything."),
            _("If you have stopped already: be with somebody for the next days."),
        ),
        reads=_("the change that is planned, the last 14 days, the list of what is taken regularly, four answers"),
        speaks=_(
            "stopping, pausing or cutting fast alcohol, benzodiazepines, z-drugs, barbiturates, GHB, GBL, phenibut, "
            "baclofen or gabapentinoids, when use was on most days, or an answer is yes or open"
        ),
        source=_(
            "ASAM 2025 guideline on benzodiazepines, read; alcohol: clinical digests, to be verified against a "
            "guideline; GHB, gabapentinoids, phenibut, baclofen: product information, to be verified"
        ),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id=OPIOID_PREGNANCY,
        heading=_("Opioids and pregnancy: slow is safer than sudden"),
        now=_("If there is bleeding, strong pain or fever: call %(emergency)s now."),
        why=_(
            "Sudden withdrawal from opioids is hard on a pregnancy. Methadone or buprenorphine can keep both steady."
        ),
        safer=(
            _("Do not stop suddenly. Ask a midwife, a doctor or a clinic first; you can say what you want and fear."),
            _("Until then, the steadier the days, the better for both."),
        ),
        reads=_("the change that is planned, the last 14 days, pregnancy as it was said or answered"),
        speaks=_("stopping, pausing or cutting fast opioids, when pregnancy is yes or open"),
        source=_("guidelines on opioids in pregnancy (WHO, ACOG), to be verified"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
    Row(
        id=TOLERANCE_OPIOID,
        heading=_("After a break, the old amount can stop the breath"),
        now=_("If somebody cannot be woken or breathes slowly: call %(emergency)s and give naloxone."),
        why=_(
            "Every day without opioids is yours and stays yours. In those days the body forgets how to stand them. "
            "What was usual before can now be too much. This is the time in which most overdoses happen."
        ),
        safer=(
            _("If you use, let somebody be there who has naloxone and knows how to give it."),
            _("Nobody can name a safe amount after a break. Less and slower lowers the risk."),
            _("What is sold changes from week to week. Fentanyl or other opioids can be in it."),
            _("No alcohol, benzodiazepines, GHB or pregabalin beside it."),
            _("Methadone or buprenorphine protect while they are taken. A clinic can begin within days."),
        ),
        reads=_("days since the last opioid written, times in prison, hospital, detox or on naltrexone, a plan"),
        speaks=_(
            "three or more days without opioids or not written; the 28 days after prison, hospital, detox or "
            "naltrexone; a planned break; a step after a break"
        ),
        source=_("Evidence-to-Impact, Pennsylvania State University, and ADAW, read; days: own judgement"),
        tag=Tag.READ_IN_SOURCE,
        on=WRITTEN_ON,
    ),
    Row(
        id=TOLERANCE_OTHER,
        heading=_("After a break, the body is no longer used to it"),
        now=_("If somebody cannot be woken: lay them on their side and call %(emergency)s."),
        why=_("The days without stay yours. In that time the body got used to less. The old amount hits harder now."),
        safer=(
            _("Nobody can name a safe amount after a break. Less and slower lowers the risk."),
            _("Let somebody be with you."),
            _("One thing at a time: no other thing that makes you sleepy beside it."),
        ),
        reads=_("days since the last time that is written, times in prison, hospital or detox"),
        speaks=_(
            "alcohol, benzodiazepines or GHB after 14 days or more without, or not written; the first day with them "
            "in the 28 days after prison, hospital or detox"
        ),
        source=_("own judgement, by analogy with opioids"),
        tag=Tag.OWN_JUDGEMENT,
        on=WRITTEN_ON,
    ),
    Row(
        id=WORDS_TOUCH,
        heading=_("Words that touch suicide or overdose"),
        now=_("You can call somebody now, or open your safety plan."),
        why=_("This sounds heavy. Nobody needs to carry it alone."),
        reads=_(
            "the words of a form that was sent a moment ago, whichever it is, against a list of words in both languages"
        ),
        speaks=_("one item of the list, after idioms are taken out; shown to the person alone and never kept"),
        source=_("own list, measured on own sentences; false alarms and misses stand in the guide"),
        tag=Tag.OWN_JUDGEMENT,
        on=WRITTEN_ON,
    ),
    Row(
        id=MISSED_MAINTENANCE,
        heading=_("Missed methadone or buprenorphine"),
        now=_("Ask whoever prescribes it, or the pharmacy, before you take your usual dose."),
        why=_("After missed days the usual dose can be too strong for a while. They can help you back to it safely."),
        safer=(
            _("Say how many days were missed, and what you took in between. They need it to keep you safe."),
            _("Keep naloxone near."),
        ),
        reads=_("missed doses of methadone or buprenorphine in the list of what is taken regularly"),
        speaks=_("one missed dose or more"),
        source=_("product information and treatment guidelines, to be verified; threshold: own judgement"),
        tag=Tag.UNCHECKED,
        on=WRITTEN_ON,
    ),
)
