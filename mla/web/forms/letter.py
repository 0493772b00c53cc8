"""What a letter of request on paper shows: entered as far as it goes, whatever the letter lacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, TextAreaField

from mla.domain.basis import is_extradition
from mla.domain.case_file import BLANK
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.kinds import kind_named

from . import words
from .base import AnswerField, BaseForm, ChoiceField, at_most
from .letter_parts import AssetPart, ItemPart, OffencePart, PersonPart, SoughtOffencePart, SoughtPersonPart
from .outline import OUTLINES
from .section_base import LONG, SectionForm

#: More items than any letter has.
MOST = 60
#: What a letter says of an offence in a section of its own.
PER_OFFENCE = ("facts", "limitation", "equivalent")
#: In what form the order of a court came with the letter.
NO_ORDER = ("", _l("None is attached"))
#: Lists of which each row keeps its label when one before it is emptied: a freeze goes by it.
KEEPING = ("property",)
NO_BASIS = ("", _l("None is claimed"))


class LetterForm(BaseForm):
    """What every letter of request shows, besides the sections that have forms of their own."""

    basis = AnswerField(_l("Legal basis that the letter claims"), choices=[])
    language = ChoiceField(_l("Language of the letter"), choices=words.languages_or_none, default="")
    facts = TextAreaField(_l("Summary of the facts"), [at_most(LONG)])
    persons = FieldList(FormField(PersonPart), _l("Person"), min_entries=1, max_entries=MOST)
    offences = FieldList(FormField(OffencePart), _l("Offence"), min_entries=1, max_entries=MOST)
    GROWS: ClassVar[dict[str, Any]] = {"persons": _l("Add another person"), "offences": _l("Add another offence")}
    BASES: ClassVar[words.Choices] = []

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.basis.choices = [*self.BASES, NO_BASIS]

    def grow(self, name: str) -> None:
        """Add an empty group to a list."""
        if name in self.GROWS and len(self[name].entries) < MOST:
            self[name].append_entry()

    def legend(self, name: str, index: int) -> str:
        """The heading of a group."""
        return f"{self[name].label.text} {index + 1}"

    def content(self) -> dict[str, Any]:
        """The sections of the content that stand in this form; groups that say nothing are left out."""
        return {
            "regime": {"basis": self.basis.data},
            "language": {"request": self.language.data},
            "facts": {"summary": self.facts.data},
            **{name: _rows(name, self[name].data) for name in self.GROWS},
        }


class ArticleLetter(LetterForm):
    """A letter to which Article 18 applies, by itself or through Art. 13(3)."""

    BASES: ClassVar[words.Choices] = [
        ("UNTOC", _l("The Convention")), ("TREATY", _l("Another treaty")), ("RECIPROCITY", _l("Reciprocity")),
    ]  # fmt: skip

    def content(self) -> dict[str, Any]:
        """On the Convention, paragraphs 9 to 29 are read as claimed too."""
        found = super().content()
        found["regime"]["paragraphs"] = "9-29" if self.basis.data == "UNTOC" else ""
        return found


class AssistanceLetter(ArticleLetter):
    """A letter that asks for assistance."""

    assistance = FieldList(FormField(ItemPart), _l("Item of assistance"), min_entries=2, max_entries=MOST)
    GROWS: ClassVar[dict[str, Any]] = LetterForm.GROWS | {"assistance": _l("Add another item")}


class AssetsLetter(ArticleLetter):
    """A letter that asks for tracing, freezing or confiscation, with the property and the order that it shows."""

    property = FieldList(FormField(AssetPart), _l("Asset"), min_entries=1, max_entries=MOST)
    order_form = ChoiceField(_l("Order of confiscation with the letter"), choices=[NO_ORDER, *words.ANNEX_FORMS])
    GROWS: ClassVar[dict[str, Any]] = LetterForm.GROWS | {"property": _l("Add another asset")}

    def content(self) -> dict[str, Any]:
        """The order that came with the letter is its first annex."""
        found = super().content()
        for asset in found["property"]:
            asset["valued_on"] = asset["valued_on"].isoformat() if asset["valued_on"] else None
        return found | {"annexes": self._order(), "measure": {"order_annex": "A" if self.order_form.data else ""}}

    def _order(self) -> list[dict[str, Any]]:
        if not self.order_form.data:
            return []
        return [BLANK["annexes"][1] | {"label": "A", "title": _("Order of confiscation"), "form": self.order_form.data}]


class PersonLetter(LetterForm):
    """A letter that asks for a person: the first who is entered is the one sought."""

    persons = FieldList(FormField(SoughtPersonPart), _l("Person"), min_entries=1, max_entries=MOST)
    offences = FieldList(FormField(SoughtOffencePart), _l("Offence"), min_entries=1, max_entries=MOST)
    BASES: ClassVar[words.Choices] = words.EXTRADITION_BASES

    def legend(self, name: str, index: int) -> str:
        """The heading of a group."""
        return str(_("Person sought")) if (name, index) == ("persons", 0) else super().legend(name, index)

    def content(self) -> dict[str, Any]:
        """What is said of each offence stands in a section of its own."""
        found = super().content()
        for person in found["persons"]:
            nationality, born_on = person.pop("nationality"), person["born_on"]
            person |= {"nationalities": [nationality] if nationality else []}
            person |= {"born_on": born_on.isoformat() if born_on else None}
        found["per_offence"] = [
            {"label": row["label"]} | {name: row.pop(name) for name in PER_OFFENCE} for row in found["offences"]
        ]
        return found


FORMS: Mapping[str, type[LetterForm]] = {
    "assistance": AssistanceLetter,
    "assets": AssetsLetter,
    "extradition": PersonLetter,
    "provisional_arrest": PersonLetter,
}


def _rows(name: str, given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    letter, blank = BLANK[name]
    kept = {n: row for n, row in enumerate(given, 1) if any(v for key, v in row.items() if key != "csrf_token")}
    numbers = kept if name in KEEPING else range(1, len(kept) + 1)
    return [blank | {"label": f"{letter}{n}"} | dict(row) for n, row in zip(numbers, kept.values(), strict=True)]


#: Sections that the letter's own form asks, and those that say nothing of what came in.
_OTHERWISE = ("channel", "language", "regime", "assistance", "undertakings", "per_offence", "assurances")
#: What points at an item of one's own matter; a letter that came in has none.
_POINTING = ("person", "photograph", "fingerprints", "order_annex")


class Letter:
    """The forms by which a letter of request on paper is entered; all of it may stay blank."""

    def __init__(self, kind: str, content: Mapping[str, Any] | None = None) -> None:
        """``content`` is what is known already: the version that an amended letter changes."""
        known, form = content or {}, FORMS[kind]
        self.kind, self.outline = kind, OUTLINES[kind]
        self.form = form(data=_shown(known, form), prefix="letter-", meta={"csrf": False})
        read = [name for name in self.outline if name not in _OTHERWISE]
        self.sections = {name: _section(self.outline[name].form.whole(), name, known.get(name)) for name in read}

    def parts(self) -> Iterator[tuple[Any, str, SectionForm]]:
        """Title, article and form of each section; of a request for a person Art. 18 does not speak."""
        for name, form in self.sections.items():
            cited = self.outline[name].article
            apart = is_extradition({"kind": self.kind}) and cited.startswith("18(")
            yield self.outline[name].title, GOOD_PRACTICE if apart else cited, form

    def validate(self) -> bool:
        """Whether dates are dates and numbers numbers."""
        shaped = [form.validate() for form in (self.form, *self.sections.values())]  # each says its errors at once
        return all(shaped)

    def content(self) -> dict[str, Any]:
        """What the letter shows, section by section."""
        found = self.form.content()
        for name, form in self.sections.items():
            value = form.value()
            found[name] = value | found[name] if name in found else value
        if "sought" in found:
            found["sought"]["person"] = "P1" if found["persons"] else ""
        return {name: value for name, value in found.items() if name in kind_named(self.kind).blank()}


def _shown(known: Mapping[str, Any], form: type[LetterForm]) -> dict[str, Any]:
    """What the letter's own form shows of the version that is amended."""
    if not known:
        return {}
    whole = {name: list(known[name]) for name in form.GROWS if known.get(name)}
    whole |= {name: _in_place(whole[name]) for name in KEEPING if name in whole}
    if "persons" in whole:
        whole["persons"] = [row | {"nationality": next(iter(row["nationalities"]), "")} for row in whole["persons"]]
    said = {row["label"]: row for row in known.get("per_offence", ())}
    whole["offences"] = [said.get(row["label"], {}) | row for row in known["offences"]]
    if known.get("measure", {}).get("order_annex"):
        whole["order_form"] = known["annexes"][0]["form"]
    return whole | {"facts": known["facts"]["summary"], "basis": known["regime"]["basis"],
                    "language": known["language"]["request"]}  # fmt: skip


def _in_place(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows in the places that their labels give, with blank ones for those that are gone."""
    held = {int(row["label"][1:]): row for row in rows}
    return [held.get(n, {}) for n in range(1, max(held) + 1)]


def _section(form: type[SectionForm], name: str, value: Any) -> SectionForm:
    made = form(data=form.fields_of(value) if value else None, prefix=f"{name}-", meta={"csrf": False})
    for left_out in ("mark", *_POINTING):
        if left_out in made:
            del made[left_out]
    return made
