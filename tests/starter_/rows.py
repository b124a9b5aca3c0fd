"""The rows of the field guide's list of tasks, in its order: which task of the library each became."""

from __future__ import annotations

ROWS: tuple[str, ...] = tuple(
    f"{pack}/{name}"
    for pack, names in (
        ("documentation", "progress-notes unsigned-notes old-notes treatment-plans outstanding-forms consent-refresh"),
        ("documentation", "telehealth-check letters-and-records closing-summary"),
        ("scheduling", "next-week ending-series waitlist not-rebooked closures cancellation-policy"),
        ("outreach", "return-calls inbox-zero greeting full-notice journey-walk room-check service-survey you-said"),
        ("outreach", "billing-tone"),
        ("record-keeping", "retention closed-files records-export backup-test professional-will"),
        ("accounting", "card-payments submit-claims post-payments denied-claims authorizations statements aging"),
        ("accounting", "money-page reconcile tax-share estimated-tax state-estimated-tax w2-1099 tax-returns"),
        ("accounting", "verify-benefits fee-review good-faith-estimate estimate-renewal expired-cards"),
        ("training", "license-renewal ce-ledger ce-certificate caqh nppes medicare payer-recredentialing malpractice"),
        ("training", "other-insurance supervision-hours consultation learning-plan"),
        ("administration", "admin-block business-license"),
        ("operations", "rent"),
        ("administration", "subscriptions"),
        ("operations", "supplies"),
        ("systems", "risk-analysis baa-inventory privacy-notice policies privacy-training incident-log device-check"),
        ("systems", "access website"),
        ("operations", "simplify procedure"),
        ("outreach", "directories referral-sources thank-a-referrer share-the-theme"),
        ("operations", "close-the-office season"),
    )
    for name in names.split()
)

EVENTS = (1, 3, 7, 8, 9, 23, 39, 46, 51)
AFTER = (4, 47, 52)
DATES = (40, 41, 43)
ONCE = (49, 54, 55, 56)
"""The kinds of rows, by number; all others come round by the calendar."""

BY_PLACE = (
    1, 4, 6, 7, 8, 15, 25, 29, 31, 34, 39, 40, 41, 42, 43, 44, 45, 46, 47, 49, 50, 51, 52, 53, 54, 55, 58, 62, 66,
    67, 68, 69, 70, 71,
)  # fmt: skip
"""Rows that differ by jurisdiction or payer."""

SCOLDING = (
    r"overdue|fail(?:ed|ure|s)?\b|\bmust\b|should have|late!|\blate\b|guilt|shame|\bblame|lazy|behind on\b|violat|"
    r"penalt|deadline|immediately|at once(?! a)|asap|urgent|do not forget|don[’']t forget|never forget|remember to|"
    r"you need to"
)
"""Words that scold or press."""

BRITISH = (
    r"colou?r(?<!color)|favour|organis|behaviour|centre|cheque|licen[c]e|catalogue|grey|whilst|apologis|recognis|"
    r"enquir|cancelled|enrolment|authoris|programme"
)
