import type { Example } from "./openapi.ts";

/** An example as Markdown: its summary, what is to say about it, and its value. */
export function exampleText(name: string, { summary, description, value }: Example): string {
  const text = [`**${summary ?? name}.**`, description?.trim()].filter(Boolean).join(" ");
  return `${text}\n\n${jsonBlock(value)}`;
}

/** A value as a fenced block of JSON. */
export const jsonBlock = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
