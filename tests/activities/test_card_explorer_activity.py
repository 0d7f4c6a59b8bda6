"""What holds for a card explorer beyond its single fields."""

import pytest
from pydantic import ValidationError

from lessonkit.activities.kinds.card_explorer import CardExplorerActivity

EVIDENCE = {"strength": "weak", "studies": ["Light and others 2005"]}


def with_card(**fields):
    cards = [
        {"id": name, "label": name, "about": "This.", "ask": "May I?"} for name in ("hug", "kiss")
    ]
    return CardExplorerActivity.model_validate(
        {
            "type": "card-explorer",
            "id": "forms",
            "title": "Forms",
            "prompt": "Look.",
            "cards": [cards[0], cards[1] | fields],
        }
    )


def test_a_card_may_have_a_finding_with_and_without_evidence():
    assert with_card(finding="Some felt calmer.").cards[1].evidence is None
    assert with_card(finding="Some felt calmer.", evidence=EVIDENCE).cards[1].evidence


def test_evidence_without_a_finding_is_refused():
    with pytest.raises(ValidationError, match="card 'kiss' has evidence and says no finding"):
        with_card(evidence=EVIDENCE)
