/** Names of times of which the first is not after the second. */
const orderedTimes = [
  ["created_at", "updated_at"],
  ["start_date", "end_date"],
] as const;

/** Generated data in which nothing ends before it starts: such pairs of times are swapped. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const properties: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(value)) properties[name] = inOrder(property);
  for (const [earlier, later] of orderedTimes) {
    const [first, second] = [properties[earlier], properties[later]];
    if (typeof first !== "number" || typeof second !== "number" || first <= second) continue;
    properties[earlier] = second;
    properties[later] = first;
  }
  return properties;
}
