"""The section on the legal basis in the browser: the treaties between the two States, and what the page then cites."""

from mla.queries import agreements
from tests import factories as f

from .test_sections import at, mark, saved


def typed(**values):
    return {"source": "", "reciprocity": "", "agreement": ""} | values


# A request may rest on a treaty that the register holds between the two States; its title is shown, not its id.
def test_a_treaty_of_the_register_can_be_chosen(case, drafter):
    f.treaty()
    found = agreements.between("BRA", "USA")[0]
    page = drafter.get(at(case, "regime"))
    assert "Fictitious Treaty on Mutual Legal Assistance" in page.text
    sent = typed(basis="TREATY", agreement=found.id, mark=mark(page))
    assert drafter.post(at(case, "regime"), data=sent).status_code == 303
    assert saved(case, "regime")["agreement"] == found.id
    for address in (at(case, "check"), at(case, "regime")):
        assert "Fictitious Treaty on Mutual Legal Assistance" in drafter.get(address).text


# What is stated is checked against the register: no other treaty, while one binds both on this day.
def test_a_statement_against_the_register_is_pointed_out(case, drafter):
    f.treaty()
    assert "one does: Fictitious Treaty on Mutual Legal Assistance" in drafter.get(at(case)).text


# On another basis the pages of the draft cite good practice; on the Convention its articles.
def test_the_draft_cites_by_its_basis(case, drafter):
    assert "Art. 18(15)(f)" in drafter.get(at(case, "purpose")).text
    sent = typed(basis="RECIPROCITY", reciprocity="In like cases.", mark=mark(drafter.get(at(case, "regime"))))
    drafter.post(at(case, "regime"), data=sent)
    for section in ("purpose", "procedure", "assistance", "assistance/new"):
        text = drafter.get(at(case, section)).text
        assert "Art. 18" not in text
        assert "good practice" in text


# A treaty that the register no longer holds keeps its id on the page, so that nothing is lost.
def test_a_treaty_that_is_gone_keeps_its_id(app):
    assert agreements.title_of("t9") == "t9"
    assert agreements.title_of("00000000-0000-0000-0000-000000000000") == "00000000-0000-0000-0000-000000000000"
