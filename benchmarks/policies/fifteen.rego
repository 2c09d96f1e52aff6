# All fifteen policies in Rego.
package fifteen

import rego.v1

absent(thing, key) if not key in object.keys(thing)

todo(text) if {
	is_string(text)
	contains(text, "TODO")
}

functions := {function.id | some function in input.scope.functions}

people := {contact.id | some contact in input.contacts}

sides := {contact.side | some contact in input.contacts}

broken contains "goals-present" if count(object.get(input, "goals", [])) == 0

broken contains "goals-measurable" if {
	some goal in input.goals
	some key in ["metric", "target", "due"]
	absent(goal, key)
}

broken contains "contacts-both-sides" if count({"client", "provider"} - sides) > 0

broken contains "contacts-reachable" if {
	some contact in input.contacts
	some key in ["email", "phone"]
	absent(contact, key)
}

broken contains "contacts-backed-up" if {
	some contact in input.contacts
	absent(contact, "backup")
}

broken contains "levels-measurable" if count(object.get(input, "slas", [])) == 0

broken contains "levels-measurable" if {
	some level in input.slas
	some key in ["metric", "target"]
	absent(level, key)
}

broken contains "levels-measured" if {
	some level in input.slas
	some key in ["window", "measured_by"]
	absent(level, key)
}

broken contains "term-dated" if {
	some key in ["start", "end"]
	absent(object.get(input, ["contract", "term"], {}), key)
}

broken contains "notice-given" if {
	some key in ["client_notice", "provider_notice"]
	absent(object.get(input, ["contract", "termination"], {}), key)
}

broken contains "meetings-regular" if count(object.get(input, "meetings", [])) == 0

broken contains "meetings-regular" if {
	some meeting in input.meetings
	absent(meeting, "cadence")
}

broken contains "meetings-two-way" if {
	some meeting in input.meetings
	not "provider topics" in object.get(meeting, "agenda", [])
}

broken contains "language-shared" if {
	not object.get(input, ["culture", "working_language"], "") in {"en", "es", "fr", "de", "pt"}
}

broken contains "references-resolve" if {
	some level in input.slas
	is_string(level.function)
	not level.function in functions
}

broken contains "references-resolve" if {
	some level in input.slas
	is_array(level.function)
	some name in level.function
	not name in functions
}

broken contains "references-resolve" if {
	some meeting in input.meetings
	some name in array.concat([meeting.chair], object.get(meeting, "attendees", []))
	not name in people
}

broken contains "no-todo" if {
	walk(input, [_, text])
	todo(text)
}

broken contains "credits-capped" if {
	some level in input.slas
	count(object.get(level, "credits", [])) > 0
	object.get(input, ["service_credits", "cap_percent"], 100) > 25
}
