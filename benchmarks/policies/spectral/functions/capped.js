// Where levels have credits, the most they can cost is at most 25 percent.
export default (made) => {
  const due = (made.slas ?? []).some((level) => level.credits?.length);
  return !due || (made.service_credits?.cap_percent ?? 100) <= 25 ? [] : [{message: "no ceiling of 25 percent or less"}];
};
