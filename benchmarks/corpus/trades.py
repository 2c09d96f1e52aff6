"""The kinds of work that are outsourced: what they are called, what they deliver, and how they are measured."""

from typing import Literal, NamedTuple


class Level(NamedTuple):
    """A service level: `worse` is its threshold, `before` the value before outsourcing."""

    id: str
    type: str
    metric: str
    unit: str
    before: float
    target: float
    worse: float
    calculation: str
    source: str
    better: Literal["higher", "lower"] = "higher"


class Trade(NamedTuple):
    """A function that is outsourced, with its levels: speed, quality, and how people find it."""

    id: str
    name: str
    type: str
    channels: tuple[str, ...]
    descriptions: tuple[str, ...]
    deliverable: str
    unit: str
    volumes: tuple[int, ...]
    acceptances: tuple[str, ...]
    levels: tuple[Level, ...]


_QUALITY = Level(
    "quality", "kpi", "qa-score", "percent", 82, 90, 85, "mean score of five sampled cases per agent", "quality form"
)
_LIKED = Level(
    "liked", "xla", "csat", "percent", 76, 85, 80, "answers of 4 or 5 divided by all answers", "survey after contact"
)
_REPLY = Level(
    "reply",
    "sla",
    "turnaround-time",
    "hours",
    40,
    10,
    24,
    "mean hours to the first full reply",
    "ticket system",
    "lower",
)
_ANSWERED = Level(
    "answered", "sla", "service-level", "percent", 61, 80, 75, "calls answered in time / calls offered", "telephony"
)
_POSTED = Level(
    "posted",
    "sla",
    "turnaround-time",
    "hours",
    72,
    24,
    36,
    "95th percentile from receipt to posting",
    "ledger",
    "lower",
)
_RIGHT = Level(
    "right", "sla", "accuracy", "percent", 95.5, 99, 98, "samples without correction / samples", "sample sheet"
)
_SOLVED = Level(
    "solved",
    "sla",
    "resolution-time",
    "hours",
    30,
    8,
    16,
    "median hours from report to solution",
    "service desk",
    "lower",
)
_FIRST = Level(
    "first-time", "kpi", "first-contact-resolution", "percent", 58, 72, 65, "solved at once / all", "service desk"
)
_PUNCTUAL = Level(
    "punctual", "sla", "on-time-rate", "percent", 84, 97, 94, "batches finished on their day / batches", "work queue"
)

TRADES = (
    Trade(
        "email",
        "E-mail support",
        "customer-care",
        ("email",),
        (
            "Answer delivery and refund e-mails from the shop inbox with the help of the reply library.",
            "Resolve written questions about orders within a business day, and hand cases of fraud to the client.",
            "Sort and answer the shared mailbox; whatever the reply library does not cover goes to the client's desk.",
        ),
        "E-mails closed",
        "e-mails/month",
        (1200, 2400, 4800, 9500),
        ("9 of 10 sampled replies need no correction", "Correct first answer in 92 percent of sampled mails"),
        (_REPLY, _QUALITY, _LIKED),
    ),
    Trade(
        "voice",
        "Inbound telephone support",
        "customer-care",
        ("voice",),
        (
            "Answer order, delivery and returns questions by telephone with the published knowledge base.",
            "Take calls of members about bookings and bills, in their language, and log each of them in the desk tool.",
            "Answer the hotline of the shops; complaints that name a regulator are put through to the client.",
        ),
        "Calls handled",
        "calls/month",
        (6500, 18000, 42000),
        ("QA score of 90 or more on the shared 20-point form", "Scored 88 or better by both sides' quality leads"),
        (_ANSWERED, _QUALITY, _LIKED),
    ),
    Trade(
        "payables",
        "Purchase ledger",
        "bookkeeping",
        (),
        (
            "Register supplier invoices, match them to orders and prepare the weekly payment run for approval.",
            "Post incoming invoices, ask suppliers for what is missing and keep the list of open items short.",
            "Match invoices, orders and deliveries, and prepare what the client's treasurer releases on Thursdays.",
        ),
        "Invoices posted",
        "invoices/month",
        (900, 2300, 5200),
        ("99 of 100 sampled invoices carry the right supplier, amount, tax code and account",),
        (_POSTED, _RIGHT),
    ),
    Trade(
        "desk",
        "Help desk for staff",
        "it-helpdesk",
        (),
        (
            "Help the client's staff with laptops, access and office programs, and pass on what needs a specialist.",
            "Take reports of faults around the clock of the working week, solve the usual ones and route the others.",
        ),
        "Tickets solved",
        "tickets/month",
        (700, 1500, 3100),
        ("19 of 20 sampled tickets are documented so that a colleague can follow them",),
        (_SOLVED, _FIRST),
    ),
    Trade(
        "entry",
        "Order entry",
        "data-entry",
        (),
        (
            "Enter orders that come on paper and as attachments, and check addresses against the customer file.",
            "Key in returns and delivery notes on the day they arrive; unclear ones are parked with a question.",
        ),
        "Orders entered",
        "orders/month",
        (3000, 8800, 15000),
        ("Fewer than 5 of 1000 sampled fields differ from the source",),
        (_PUNCTUAL, _RIGHT._replace(id="keyed-right")),
    ),
)
