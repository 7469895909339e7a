/** The template of a path, such as `/test_runs/{test_run_id}`. */
export interface PathTemplate {
  /** The names of its parameters, in their order. */
  names: string[];
  /** Matches the paths of the template; each group is the value of a parameter. */
  pattern: RegExp;
  /** Sorts concrete paths first, as OpenAPI matches them: `/runs/latest`, then `/runs/{id}.csv`, then `/runs/{id}`. */
  rank: string;
}

/** Replaces each name in a rank; sorts after any text. */
const placeholder = "\uffff";

/** Sorts after any text but before a placeholder, so that a longer segment comes before its own prefix. */
const segmentEnd = "\ufffe";

export function pathTemplate(path: string): PathTemplate {
  // Literal texts and names of parameters alternate.
  const parts = path.split(/\{([^}]*)\}/);
  const isName = (index: number) => index % 2 === 1;
  const pattern = parts.map((part, index) => (isName(index) ? "([^/]+)" : toPattern(part))).join("");
  return {
    names: parts.filter((_, index) => isName(index)),
    pattern: new RegExp(`^${pattern}/?$`),
    rank: `${parts.map((part, index) => (isName(index) ? placeholder : part)).join("")}/`.replaceAll("/", segmentEnd),
  };
}

/** Returns a regular expression that matches a literal text as it is in a URL. */
const toPattern = (text: string): string => encodeURI(text).replace(/[.*+?$()]/g, "\\$&");

/** Reads the parameters of a path that matches a template. */
export function readPath({ names, pattern }: PathTemplate, path: string): Map<string, string> {
  const [, ...texts] = pattern.exec(path) ?? [];
  return new Map(names.map((name, index) => [name, decodeURIComponent(texts[index] ?? "")]));
}
