"""The sentences on the content of a request for a person: what is given and what lacks (good practice, this system)."""

from flask_babel import lazy_gettext as _l

_CONTENT = {
    "sought": (_l("The person sought is named."), _l("Choose the person who is sought from the persons of the matter.")),
    "sought_born": (_l("The date of birth of the person sought is given."), _l("Give the date of birth of the person sought: it tells the person from others of the same name.")),
    "sought_nationality": (_l("The nationality of the person sought is given."), _l("Give the nationality of the person sought: the requested State may not extradite its own nationals.")),
    "sought_description": (_l("The person sought is described."), _l("Describe the person sought, or attach a photograph.")),
    "sought_whereabouts": (_l("It is said where the person sought is to be found."), _l("Say where the person sought is to be found.")),
    "sought_national": (_l("It is said whether the person sought is a national of the requested State."), _l("Say whether the person sought is a national of the requested State, as far as is known.")),
    "file_sort": (_l("It is said for what extradition is sought."), _l("Say whether the person is sought for prosecution or for the enforcement of a sentence.")),
    "warrant": (_l("The arrest warrant is stated."), _l("State the arrest warrant: who issued it, and on which day.")),
    "judgment": (_l("The judgment is stated."), _l("State the judgment: which court gave it, and on which day.")),
    "sentence": (_l("The sentence is stated."), _l("State the sentence.")),
    "evidence": (_l("The evidence is stated."), _l("Say on what evidence the accusation rests: the requested State may ask for it.")),
    "enforceable": (_l("The judgment is enforceable."), _l("Confirm that the judgment is enforceable.")),
    "remaining": (_l("It is said what remains of the sentence."), _l("Say what remains of the sentence to be served.")),
    "retrial": (_l("It is said which remedy remains after the judgment in absence."), _l("The judgment was given in absence: say whether the person can have a new trial, and how.")),
    "offence_facts": (_l("The facts of each offence are stated."), _l("State the facts of each offence: time, place, and what the person did.")),
    "limitation": (_l("It is said for each offence when prosecution or enforcement lapses."), _l("Say for each offence when prosecution or enforcement is barred by lapse of time.")),
    "equivalent": (_l("For each offence the law of the requested State is named."), _l("Name for each offence the law of the requested State by which the conduct would be punishable, as far as is known.")),
    "surrender": (_l("It is said how the surrender could pass."), _l("Say how the surrender could pass: place, way and escort.")),
    "urgency": (_l("It is said why the arrest can’t wait."), _l("Say why the arrest can’t wait for the formal request: provisional arrest is for urgent cases.")),
    "promise": (_l("A formal request is promised."), _l("Promise that a formal request for extradition follows.")),
    "custody_rule": (_l("The rule on the time for the documents is named."), _l("Name the treaty or the law that says how long the person may be held without the formal request: the Convention does not.")),
    "formal_by": (_l("It is said by when the formal request follows."), _l("Say by which day the formal request follows.")),
}  # fmt: skip

SENTENCES = {
    **{f"content.{name}.given": given for name, (given, _) in _CONTENT.items()},
    **{f"content.{name}.missing": missing for name, (_, missing) in _CONTENT.items()},
}
