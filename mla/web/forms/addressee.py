"""The sections on the addressee and on languages: what the requested State declared decides what they ask."""

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, StringField, TextAreaField

from mla import wording
from mla.domain.agreements import Agreement
from mla.domain.content import empty
from mla.domain.declarations import Declarations, Designation, LanguageRule
from mla.wording.declarations import territories_named

from . import words
from .base import AnswerField, ChoiceField, DayField, at_most, may_be_empty
from .section_base import LINE, LONG, NO_ITEMS, Items, SectionForm

#: More translations than any State asks for.
TRANSLATIONS = 3


class ChannelForm(SectionForm):
    """Is the addressee the designated authority? (Art. 18(13))"""

    #: What the authorities that are offered are designated for: assistance, and service of documents alone.
    FUNCTIONS: ClassVar[tuple[str, ...]] = ("assistance", "service")
    territory = ChoiceField(
        _l("Territory to which the request goes"),
        [may_be_empty()],
        choices=[],
        description=_l("Only if the request concerns a territory that has an authority or languages of its own."),
    )
    designation = AnswerField(
        _l("Which of the designated authorities is it addressed to?"),
        choices=[],
        description=_l("Choose by the stage that your proceeding has reached, or by what is asked."),
    )
    authority = BooleanField(
        _l("The request is addressed to the authority that the requested State designated for this")
    )
    source = StringField(
        _l("How you know"),
        [may_be_empty(), at_most(LINE)],
        description=_l(
            "Needed where the register holds no designation. For example the notification to the Secretary-General, or "
            "the directory of competent authorities."
        ),
    )

    def offer(self, declared: Declarations, requested: str, agreements: Sequence[Agreement] = ()) -> None:
        """Ask for a territory or an authority only where the State named several."""
        territories = declared.territories(requested)
        known = {
            d.name: _designation(d) for t in (None, *territories) for d in self._designated(declared, requested, t)
        }
        _choose(self, {t: _named(t) for t in territories}, known)
        if not territories:
            del self.territory
        if len(known) < 2:
            del self.designation

    def _designated(self, declared: Declarations, state: str, territory: str | None) -> list[Designation]:
        found = [d for f in self.FUNCTIONS for d in declared.authorities(state, f, territory=territory)]
        return [d for d in found if d.named]

    def value(self) -> Any:
        """What was not asked stays as it is in an empty section."""
        return empty()["channel"] | super().value()

    @classmethod
    def filled(cls, value: Any, items: Items = NO_ITEMS, **more: Any) -> Self:
        """The form with the answers given, whatever may be chosen now."""
        form = super().filled(value, items, **more)
        _choose(form, {value["territory"]: _named(value["territory"])}, {value["designation"]: value["designation"]})
        return form


class ExtraditionChannelForm(ChannelForm):
    """Is the addressee the authority for extradition? The Convention names none."""

    FUNCTIONS = ("extradition",)


def _choose(form: Any, territories: dict[str, str], designations: dict[str, str]) -> None:
    form.territory.choices = [("", _l("None: the State itself")), *territories.items()]
    form.designation.choices = [row for row in designations.items() if row[0]]


def _designation(found: Designation) -> str:
    return f"{found.name} ({territories_named(found.purpose)})" if found.purpose else found.name


def _named(territory: str) -> str:
    """A territory by its name; some declarations name it themselves."""
    return wording.state_name(territory)


class LanguageForm(SectionForm):
    """Is the language acceptable to the requested State? (Art. 18(14))"""

    request = ChoiceField(_l("Language of the request"), choices=words.languages_or_none)
    translations = FieldList(
        ChoiceField(_l("Translation into"), [may_be_empty()], choices=words.languages_or_none),
        _l("Translations attached"),
        min_entries=TRANSLATIONS,
        max_entries=TRANSLATIONS,
        description=_l("Languages into which the request, and every annex in another language, is translated."),
    )
    authenticated = BooleanField(
        _l("The translations are certified or authenticated"),
        description=_l("Some States want that; the register says so above where it knows."),
    )
    first_impossible = TextAreaField(
        _l("Why the language that the State prefers is not possible"),
        [may_be_empty(), at_most(LONG)],
        description=_l("Only where the State accepts a second language if the first is not possible."),
    )
    accepted = BooleanField(
        _l("The requested State accepts requests in this language"),
        description=_l("To be confirmed where the register holds no declaration that can be tested."),
    )
    source = StringField(
        _l("How you know"),
        [may_be_empty(), at_most(LINE)],
        description=_l("For example its notification to the Secretary-General, or what its authority wrote."),
    )
    exception_by = StringField(
        _l("Exception agreed: by whom"),
        [may_be_empty(), at_most(LINE)],
        description=_l("Only if the two sides agreed to other languages for this request: who agreed on either side."),
    )
    exception_on = DayField(_l("Exception agreed: on which day"), [may_be_empty()])
    exception_source = StringField(
        _l("Exception agreed: how it is known"),
        [may_be_empty(), at_most(LINE)],
        description=_l("For example the letter of the requested authority, with its date."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, entry in enumerate(self.translations, 1):
            entry.label.text = _("Translation into (%(number)s)", number=number)

    def offer(self, declared: Declarations, requested: str, agreements: Sequence[Agreement] = ()) -> None:
        """Put the languages that the requested State accepts first; no other is left out."""
        rule = declared.languages(requested)
        first = rule.languages if isinstance(rule, LanguageRule) else ()
        self.request.choices = words.languages_or_none(first)

    def value(self) -> Any:
        """Each translation once, in the order given."""
        return super().value() | {"translations": list(dict.fromkeys(filter(None, self.translations.data)))}
