/** The query as an object; a name that stands more than once has an array. */
export function readQuery({ searchParams }: URL): Record<string, string | string[]> {
  const names = [...new Set(searchParams.keys())];
  const values = (name: string) => searchParams.getAll(name);
  return Object.fromEntries(
    names.map((name) => [name, values(name).length > 1 ? values(name) : (values(name)[0] ?? "")]),
  );
}
