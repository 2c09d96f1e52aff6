// Somebody speaks for the client, and somebody for the provider.
export default (contacts) => {
  const sides = new Set((contacts ?? []).map((one) => one.side));
  return sides.has("client") && sides.has("provider") ? [] : [{message: "only one side has a contact"}];
};
