"""What the forms of the steps of surrender give, for the papers that they issue."""

from functools import partial
from typing import Any

from . import extradition_step_samples as samples
from .samples import DEMO, FILE

#: What the form of each step gives: what its guards ask, and then what it may leave out.
STEPS: samples.Given = {
    "record_consent": ({
        "judge": DEMO + "Court of Tirana", "counsel": DEMO + "A. Mbrojtës",
        "provision": DEMO + "Law 10 193 of 2009, article 50", "consented_on": "2026-03-10", "informed": True,
    }, {"files": [FILE | {"name": "Record of the hearing.pdf"}]}),
    "postpone_surrender": ({
        "obstacle": "sentence", "provision": DEMO + "Law 10 193 of 2009, article 52", "review_on": "2026-09-12",
        "explanation": DEMO + "A sentence of one year for theft is served at Peqin; its last day is 12 September 2026.",
    }, {}),
    "surrender_temporarily": (samples.TEMPORARY, {}),
    "return_person": ({
        "returned_on": "2026-09-10", "place": DEMO + "Border crossing of Kakavia",
        "taken_by": DEMO + "Border police of Gjirokastra",
    }, {"review_on": "2026-09-30", "note": DEMO + "The trial of first instance has ended."}),
    "arrange_surrender": ({name: samples.ARRANGEMENT[name] for name in ("place", "surrender_on", "hour", "escort")}, {
        "property": samples.ARRANGEMENT["property"],
        "note": DEMO + "The officers may carry no arms on this side of the border.",
    }),
    "agree_surrender": ({}, {"note": DEMO + "The officers arrive the day before, from Ioannina."}),
    "hand_over": ({
        "handed_by": DEMO + "Border police of Gjirokastra", "taken_by": DEMO + "Escort of the Hellenic Police",
        "handed_on": "2026-04-25", "hour": "10:45", "place": DEMO + "Border crossing of Kakavia",
        "health": DEMO + "Examined on the day by the doctor of the prison of Tirana; fit to travel.",
        "custody_days": 84,
    }, {
        "property": DEMO + "One telephone, sealed, and a passport.", "files": [FILE | {"name": "Signed record.pdf"}],
        "speciality": DEMO + "Treaty of 1993, article 14: no other offence before the surrender is prosecuted, and the "
        "person is not surrendered to a third State, without the consent of Albania.",
    }),
    "close_surrendered": ({
        "outcome": DEMO + "Convicted under O1 on 3 November 2026 and sentenced to eight years of imprisonment, from "
        "which the 84 days in custody in Albania were deducted.",
    }, {}),
    "ask_speciality_consent": (samples.SPECIALITY, {"files": [FILE | {"name": "Record of the statement.pdf"}]}),
    "answer_speciality_consent": ({"consent": "no", "explanation": DEMO + "The offence is not extraditable."}, {}),
}  # fmt: skip

#: The rule that was stated at the handover, as the ledger holds it.
SPECIALITY = samples.LEDGER["running"][0] | {
    "label": "B2", "sort": "speciality", "title": "Prosecution only for what was granted", "article": "good practice",
    "text": STEPS["hand_over"][1]["speciality"],
}  # fmt: skip
#: The day of a paper that speaks of what comes later than the others.
DATES = {
    "return_person": "2026-09-11", "hand_over": "2026-04-27", "close_surrendered": "2026-11-20",
    "ask_speciality_consent": "2026-12-01", "answer_speciality_consent": "2027-01-12",
}  # fmt: skip

bare, on_treaty = partial(samples.bare, steps=STEPS), partial(samples.on_treaty, steps=STEPS)


def snapshot(name: str, **changed: Any) -> dict[str, Any]:
    """The snapshot of the paper of a step; ``changed`` replaces what stands at its top."""
    made = samples.snapshot(name, steps=STEPS, **{"date": DATES.get(name, "2026-03-12")} | changed)
    made["extra"]["ledger"]["running"].append(dict(SPECIALITY))
    return made
