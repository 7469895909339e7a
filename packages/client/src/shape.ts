/** Member name to the shape that its value must have; `null` accepts any value. */
export type Shape = { readonly [member: string]: Shape | null };

/** The path of the first member of a shape that a value lacks, "" for the value itself; `undefined` when it lacks none. */
export function missingMember(value: unknown, shape: Shape, path = ""): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return path;
  for (const [name, inner] of Object.entries(shape)) {
    const here = path ? `${path}.${name}` : name;
    if (!(name in value)) return here;
    const missing = inner ? missingMember((value as Record<string, unknown>)[name], inner, here) : undefined;
    if (missing !== undefined) return missing;
  }
  return undefined;
}
