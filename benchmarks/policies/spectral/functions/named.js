// Levels name functions that exist, and meetings people who exist.
export default (made) => {
  const functions = new Set((made.scope?.functions ?? []).map((one) => one.id));
  const people = new Set((made.contacts ?? []).map((one) => one.id));
  const lost = [
    ...(made.slas ?? []).flatMap((level) => [level.function ?? []].flat().filter((name) => !functions.has(name))),
    ...(made.meetings ?? []).flatMap((meeting) =>
      [meeting.chair ?? [], meeting.attendees ?? []].flat().filter((name) => !people.has(name)),
    ),
  ];
  return lost.map((name) => ({message: `"${name}" leads nowhere`}));
};
