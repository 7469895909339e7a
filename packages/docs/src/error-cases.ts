import { STATUS_CODES } from "node:http";
import { exampleText } from "./example-text.ts";
import { type OpenApiDocument, operationsOf, resolve } from "./openapi.ts";
import type { Section } from "./sections.ts";

/** Node still has the name that 422 had before RFC 9110. */
const reasons: Record<string, string | undefined> = { ...STATUS_CODES, 422: "Unprocessable Content" };

/** Every error answer of the operations: its status, what it means, and each example body. */
export function errorCases(document: OpenApiDocument, operations = operationsOf(document)): Section[] {
  const cases = new Map<string, Section>();
  for (const { operation } of operations) {
    for (const [status, reference] of Object.entries(operation.responses)) {
      if (!/^[45]/.test(status)) continue;
      const response = resolve(document, reference);
      const title = `${status} ${reasons[status] ?? ""}`.trim();
      const examples = Object.entries(response.content?.["application/json"]?.examples ?? {});
      const bodies = examples.map(([name, example]) => exampleText(name, resolve(document, example)));
      const markdown = [response.description.trim(), ...bodies].join("\n\n");
      cases.set(markdown, { title, markdown });
    }
  }
  return [...cases.values()].sort((one, other) => one.title.localeCompare(other.title));
}
