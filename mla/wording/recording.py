"""The sentences on what arrives from an authority on paper."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "recording.counterpart_here": _l("The people of the other authority sign in here: they take their steps themselves."),
    "recording.before_sending": _l("It is recorded as having happened on %(day)s, before the request was sent on %(sent_on)s."),
    "recording.skips": _l("The paper shows the request further than the record does: no paper tells of the steps between."),
    "recording.not_last": _l("Only the record that was made last can be taken back, while nothing has been entered since. Correct the entry in words instead."),
    "incoming.reference.missing": _l("Give the reference that the paper bears. If it bears none, write how it can be found again."),
    "incoming.happened_on.missing": _l("Give the day on which it happened."),
    "incoming.files.missing": _l("Attach the scan of the paper, or say why there is none."),
    "step.summary.missing": _l("Say in a sentence what the letter says."),
}  # fmt: skip
