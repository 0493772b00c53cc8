"""Third parties: who was told, what they claim, and what was decided on it, as the history tells."""

from mla.domain.assets.claims import Claim, Notice, claims, notices

from .property_cases import entry

TOLD = entry("notify_third_parties", persons=[{"name": "A bank", "interest": "mortgage"}, {"name": "Lake Ltd"}],
             manner="by letter", notified_on="2026-02-20", answer_by="2026-04-01")  # fmt: skip
CLAIMED = entry("record_claims", claims=[
    {"label": "K1", "claimant": "A bank", "assets": ["V1", "V2"], "right": "mortgage of 2019"},
    {"label": "K2", "claimant": "Lake Ltd", "assets": "V3", "right": "bought in 2018"},
])  # fmt: skip
DECIDED = entry(
    "decide_claims", "2026-03-05", decisions=[{"label": "K1", "outcome": "upheld", "reasons": "It stands."}]
)


def test_notices():
    assert notices([TOLD]) == [
        Notice("A bank", "mortgage", "by letter", "2026-02-20", "2026-04-01"),
        Notice("Lake Ltd", "", "by letter", "2026-02-20", "2026-04-01"),
    ]
    assert notices([entry("notify_third_parties", persons=[{}])]) == [Notice("", "", "", "2026-03-01", "")]
    assert notices([entry("notify_third_parties")]) == []


def test_claims():
    one, two = claims([CLAIMED, DECIDED])
    assert one == Claim(
        "K1", "A bank", "V1, V2", "mortgage of 2019", "2026-03-01", "upheld", "It stands.", "2026-03-05"
    )
    assert two == Claim("K2", "Lake Ltd", "V3", "bought in 2018", "2026-03-01")
    assert claims([DECIDED]) == [Claim("K1", "", "", "", "", "upheld", "It stands.", "2026-03-05")]


# A claim that is made anew waits for a decision again.
def test_a_claim_made_anew():
    anew = entry("record_claims", "2026-03-06", claims=[{"label": "K1", "claimant": "A bank", "right": "a pledge"}])
    assert [c.outcome for c in claims([CLAIMED, DECIDED, anew])] == ["", ""]
