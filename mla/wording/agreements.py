"""The register of other treaties in words."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla.domain.agreements import Subject

#: What a treaty is about.
SUBJECTS = {
    Subject.ASSISTANCE.value: _l("Mutual legal assistance"),
    Subject.EXTRADITION.value: _l("Extradition"),
    Subject.CONFISCATION.value: _l("Confiscation"),
}

#: What a record does.
CHANGES = {
    "entered": _l("Treaty entered"),
    "ended": _l("End of a bond entered"),
    "corrected": _l("Correction entered"),
}

#: The values of a record.
VALUES = {
    "title": _l("Title"),
    "short_title": _l("Short title"),
    "subjects": _l("Subjects"),
    "signed_on": _l("Signed on"),
    "diplomatic": _l("Channel"),
    "source": _l("Source"),
    "note": _l("Note"),
}

#: What a register keeper has to mend in an entry.
CAUSES = {
    "title_missing": _l("Enter the title of the treaty, as its source has it."),
    "title_known": _l(
        "The register holds a treaty of this title and day of signature, or one waits for a second person."
    ),
    "unchanged": _l("Nothing was changed. Correct what is wrong, or cancel."),
    "subjects_missing": _l("Choose what the treaty is about."),
    "source_missing": _l("Enter the source, such as the treaty series and page, so that a colleague can check it."),
    "reason_missing": _l("Enter the reason."),
    "text_long": _l("This text is too long. Shorten it."),
    "signed_in_future": _l("The day of signature lies in the future. Enter a treaty once it is signed."),
    "parties_few": _l("Enter at least two parties."),
    "iso3_missing": _l("Enter the State."),
    "iso3_unknown": _l("The register knows no State of this name. Choose one from the list."),
    "iso3_territory": _l("This is a territory. Enter the State that is responsible for it."),
    "iso3_twice": _l("This State is named twice. Enter each party once."),
    "iso3_no_party": _l("Choose one of the parties."),
    "iso3_ended": _l("The register says already when this State’s bond ends. Correct the treaty if that is wrong."),
    "since_missing": _l("Enter the day from which the State is bound, such as 2003-06-01."),
    "since_before_signature": _l("The State would be bound before the treaty was signed. Correct one of the two days."),
    "until_missing": _l("Enter the first day on which the State is no longer bound, such as 2020-01-01."),
    "title_waits": _l("Another entry on this treaty waits for a second person. Confirm or reject that first."),
    "unlike_before": _l("An earlier row of the same treaty says otherwise. Write the same in each of its rows."),
    "not_yes_or_no": _l("Write yes or no."),
    "no_day": _l("Write the day as year, month and day, such as 2001-05-01."),
    "until_before_since": _l("The bond would end before it began. Enter a later day."),
}


def said(name: str, value: Any) -> str:
    """A value of a record in words, as a page or a line shows it; ``name`` is one of ``VALUES``."""
    if name == "subjects":
        return ", ".join(str(SUBJECTS[subject]) for subject in value)
    if name == "diplomatic":
        return _("The treaty prescribes the diplomatic channel") if value else _("No channel prescribed")
    if name == "signed_on":
        return _day(value) if value else _("Not stated")
    return str(value) or _("None")


def bond(party: Mapping[str, Any] | None) -> str:
    """The days of a party in words; ``party`` has since, until and source, or is None where it is no party."""
    if party is None:
        return _("Not a party")
    said = days(party["since"], party["until"])
    return f"{said} ({party['source']})" if party["source"] else said


def days(since: dt.date, until: dt.date | None) -> str:
    """The days of a bond in words; ``until`` is the first day without it, if there is one."""
    if until is None:
        return _("bound since %(day)s", day=_day(since))
    return _("bound since %(day)s, no longer from %(until)s", day=_day(since), until=_day(until))


def _day(value: Any) -> str:
    return str(format_date(value, "d MMMM y"))
