"""Names of firms and people, and what people write in files: many ways to say much the same."""

CLIENTS = (
    "Acme Tea", "Northwind Outfitters", "Harlow Wholesale", "Bluebell Books", "Fjord Cycles", "Orchard Foods",
    "Lumen Lighting", "Marlow Travel", "Quayside Hotels", "Ridgeway Insurance", "Sable Furniture", "Tern Airlines",
    "Upland Dairy", "Verity Health", "Willow Toys", "Alder Energy", "Birchwood Homes", "Cinder Fitness",
    "Dovetail Tools", "Elmstead Pharmacy", "Foxglove Garden", "Granite Bank", "Heron Media", "Ivory Optics",
)  # fmt: skip
PROVIDERS = (
    "Tala CX", "Cebu Care", "Wisla Ledger", "Andes Contact", "Karoo Desk", "Deccan Services", "Douro Assist",
    "Atlas Answers", "Sampaguita Support", "Monsoon Process", "Baltic Backoffice", "Cordillera Care", "Mesa Helpdesk",
    "Protea People", "Tagus Teams", "Vistula Voice",
)  # fmt: skip
FORMS = {
    "US": "Inc.", "CA": "Ltd.", "GB": "Ltd", "IE": "DAC", "DE": "GmbH", "ES": "S.L.", "NO": "AS", "AU": "Pty Ltd",
    "NZ": "Ltd", "PH": "Corp.", "CO": "S.A.S.", "IN": "Pvt Ltd", "ZA": "(Pty) Ltd", "PL": "Sp. z o.o.", "PT": "Lda",
    "MA": "SARL",
}  # fmt: skip
FIRST = (
    "Amy", "Raj", "Dana", "Lee", "Ruth", "Marisol", "Jun", "Andrés", "Priya", "Colin", "Helen", "Tomasz", "Ewa",
    "Marek", "Ben", "Liza", "Nadia", "Omar", "Paula", "Quentin", "Rosa", "Stefan", "Tariq", "Una", "Viktor", "Wanda",
    "Xavier", "Yusuf", "Zoë", "Agnieszka", "Bilal", "Carmen", "Dewi", "Elif", "Femi", "Greta", "Hugo", "Inés", "Jorge",
    "Kofi", "Lena", "Miguel", "Noor", "Oskar", "Pilar", "Ravi", "Sofía", "Thabo",
)  # fmt: skip
LAST = (
    "Reed", "Shah", "Whitfield", "Okafor", "Castellano", "Prieto", "Abad", "Rueda", "Nair", "Marsh", "Ford", "Wilk",
    "Lis", "Zych", "Cruz", "Tan", "Bauer", "Dlamini", "Ferreira", "Haugen", "Ibarra", "Jensen", "Kowalska", "Larkin",
    "Mbeki", "Novák", "Oliveira", "Pillay", "Quispe", "Romero", "Santos", "Torres", "Ueda", "Vargas", "Wójcik",
    "Yilmaz", "Zuma", "Müller", "Ó Briain", "Ramírez",
)  # fmt: skip
GOALS = {
    "speed": (
        "Customers get an answer the same day", "Nobody waits for an answer longer than a working day",
        "Work that arrives in the morning is done in the evening", "Our customers stop asking where their answer is",
    ),
    "quality": (
        "The work is right the first time", "Fewer cases come back to us for a correction",
        "What leaves the team needs no second look", "Mistakes are found by the team and not by customers",
    ),
    "experience": (
        "Customers rate our care better than before", "People like how they are treated",
        "More customers come back after they needed help", "Complaints about our service become rare",
    ),
    "capacity": (
        "Our own staff spend their time on advice", "Two people of ours are free for the work that sets us apart",
        "The team leads get their mornings back", "Our specialists stop doing routine work",
    ),
    "cost": (
        "A case costs less than today, without more corrections", "Lower cost per case at the same quality",
    ),
}  # fmt: skip
VISIONS = (
    "Be the most trusted shop of our kind", "Be the name that people think of first when they need advice",
    "Be the partner that small customers can rely on in a bad month", "Grow without becoming anonymous",
    "Serve customers in every country as if they lived next door",
)  # fmt: skip
REASONS = (
    "We want to spend our time on what we do best", "We cannot cover the evenings with the people we have",
    "Routine work keeps our people from talking to customers",
    "Our specialists leave, because half of their day is routine",
)  # fmt: skip
HELPS = (
    "Two people move from the inbox to advice", "Routine cases move out, so that our people give more advice",
    "The team that knows the customers gets time for them", "Three colleagues are trained for the new desk",
)  # fmt: skip
FOCUS = (
    "Advice in the shops and the spring catalogue", "The desk for difficult cases", "Visits to our largest customers",
    "Credit control and terms of suppliers",
)  # fmt: skip
NOTES = (
    "Small family firm; everybody is on first-name terms", "Decisions are put in writing the same day",
    "Raise concerns privately first", "Family events matter and are planned around",
    "Titles are used until somebody offers the first name", "Silence in a meeting does not mean agreement",
    "People say no only when they are asked twice", "Humour is fine, irony travels badly",
)  # fmt: skip
STYLES = (
    "informal and direct", "polite, with questions collected and asked together", "relationship first, then business",
    "brief and to the point", "direct in writing and careful in meetings", "precise, with agreements written down",
)  # fmt: skip
DECIDES = (
    "consensus, then the sponsor", "the team lead decides", "the director decides after hearing the team",
    "whoever owns the number decides",
)  # fmt: skip
ETHICS = (
    "Focus on outcome; overtime is rare", "Team pride and a strong tradition of service",
    "Month end comes first; Friday afternoons are quiet", "Deadlines are promises; overtime is agreed beforehand",
    "Steady hours, and nobody eats at the desk",
)  # fmt: skip
DETAILS = (
    "No job is lost; two people change their tasks", "Move to the advice desk with training",
    "Written commitment of no dismissals through 2028", "Shifts in the evening are no longer needed",
)  # fmt: skip
OBJECTIONS = (
    ("Will it still sound like us", "We approve the reply library and listen to samples every week"),
    ("Is my job next", "The commitment of no dismissals is in writing, and it is on the intranet"),
    ("Will quality fall", "Quality and satisfaction are shared with everybody each week"),
    ("Who answers when a customer insists on one of us", "The call goes to our desk, as it does today"),
    ("What if they do not know our products", "Everybody over there is trained by our own people for three weeks"),
)  # fmt: skip
GROWTH = (
    "Three-step ladder; two openings for team leads each year", "The senior of the team writes the reply library",
    "Clerk, senior, team lead; exam fees are paid", "Everybody spends one day a month on another task",
)  # fmt: skip
AWARDS = ("Monthly shared awards", "Quarterly award for the best idea", "Monthly thank-you by both sponsors")
INCLUDED = (
    "product launches", "client newsletter", "service awards", "staff newsletter", "tastings by video",
    "summer party", "quarterly town hall",
)  # fmt: skip
OPENNESS = (
    "Bad news travels the same day", "Either side raises a problem that it foresees within one working day",
    "Problems are raised before they are solved, not after",
)  # fmt: skip
ACTIVITIES = (
    "Joint planning day", "Visit to the site by the team leads", "Video tasting with the whole team",
    "Workshop on the ten most frequent questions", "Two days side by side at the client's desk",
)  # fmt: skip
RISKS = (
    ("volume", "Christmas doubles the volume", "A pool of stand-ins from October"),
    ("weather", "A storm closes the site", "Half of the team works from home within an hour"),
    ("hiring", "The market for people with languages tightens", "A second city is prepared for hiring"),
    ("turnover", "Attrition rises after the first year", "Growth ladder and stay interviews"),
    ("system", "The ticket system moves to a new version in spring", "Both sides test it two weeks ahead"),
    ("knowledge", "Knowledge sits with two people only", "Every procedure has a second author"),
    ("currency", "The exchange rate moves by more than a tenth", "Prices are reviewed together when it does"),
)  # fmt: skip
RETAINED = (
    "Complaints to regulators", "Fraud decisions", "Brand and tone of voice", "Product advice", "Payment approval",
    "Social media", "Tax returns", "Pricing", "Supplier contracts",
)  # fmt: skip
METHODS = (
    "one-page review of what we do best", "workshop on core and non-core work", "review of a month of cases by hand",
    "comparison with three firms of our size",
)  # fmt: skip
HEADS = (
    "Who reads this: both sides, before the contract is signed. Ask {who} before you change a number.",
    "Read it from top to bottom: what it is for, who is in it, what is promised, what the contract says.",
    "The master copy is this file; the annex of the contract is printed from it.",
    "Kept by {who}. Changes are made by pull request, and both sides read them.",
)
RESPONSIBILITIES = {
    "service-owner": ("Owns the relationship and the scope", "Approves changes to service levels"),
    "operations-lead": ("Runs the weekly meeting", "Answers questions about the process"),
    "executive-sponsor": ("Final escalation", "Keeps the engagement in line with strategy"),
    "delivery-manager": ("Delivers the service levels", "Leads the people of the provider"),
    "team-lead": ("Runs the daily work queue", "Covers for the delivery manager"),
}
