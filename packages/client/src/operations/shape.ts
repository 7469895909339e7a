/** Member name to the shape that its value must have; `null` accepts any value. */
export type Shape = { readonly [member: string]: Shape | null };

/** The first member of a shape that a value lacks, the given name for the value itself; `undefined` when it lacks none. */
export function missingMember(value: unknown, shape: Shape, name: string): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return name;
  for (const [member, inner] of Object.entries(shape)) {
    if (!(member in value)) return member;
    const missing = inner && missingMember((value as Record<string, unknown>)[member], inner, member);
    if (missing) return missing;
  }
  return undefined;
}
