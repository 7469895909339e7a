import type { Provenance } from "@testsigma-tms/codegen";
import { breakable, escapeHtml } from "../markdown/escape-html.ts";
import { mark, type ToHtml } from "../markdown/markdown-html.ts";
import type { Field } from "./field.ts";

/** Prints fields as HTML; each id begins with that of the owner. */
export function fieldsHtml(fields: Field[], owner: string, toHtml: ToHtml): string {
  return fields
    .map((field, index) => {
      const isNew = field.condition !== fields[index - 1]?.condition && field.condition !== "";
      return (isNew ? `<p class="soft">${escapeHtml(field.condition)}:</p>` : "") + fieldHtml(field, owner, toHtml);
    })
    .join("");
}

function fieldHtml(field: Field, owner: string, toHtml: ToHtml): string {
  const { parents, name, type, limits, isRequired, isDeprecated, description } = field;
  const id = escapeHtml(`${owner}/${field.id}`);
  const path = `${parents && `<i>${breakable(parents)}</i>`}${breakable(name)}`;
  const line = [
    `<a class="name" href="#${id}">${path}</a>`,
    `<span class="soft">${escapeHtml([type, ...limits].join(", "))}</span>`,
    isRequired && required(field.requiredMark),
    isDeprecated && '<span class="soft">deprecated</span>',
    mark(field.mark, field.sources),
  ];
  const text = description && `<div>${toHtml(description, { mark: field.mark })}</div>`;
  return `<div class="field" id="${id}"><p class="line">${line.filter(Boolean).join(" ")}</p>${text}${valuesHtml(field)}</div>`;
}

/** Prints the mark of a required field. The legend is in a tooltip and behind a link, which keeps the line short. */
const required = (requiredMark: Provenance | undefined) =>
  requiredMark === undefined || requiredMark === "documented"
    ? '<span class="required">required</span>'
    : `<a class="required ${requiredMark}" href="#documented-observed-inferred" title="That it is required is ${requiredMark}, not documented.">required</a>`;

function valuesHtml(field: Field): string {
  const [label, values] = valuesOf(field);
  if (values.length === 0) return "";
  const codes = values.map((value) => `<code>${breakable(text(value))}</code>`);
  return `<p class="soft">${label}: ${codes.join(" ")}</p>`;
}

/**
 * Returns the values to show for a field, with their label: all allowed values, else the known ones, else an example.
 */
export function valuesOf({ values, knownValues, example, description }: Field): [label: string, values: unknown[]] {
  if (values.length > 0) return [values.length === 1 ? "Always" : "One of", values];
  const isTold = knownValues.every((value) => description.includes(`\`${value}\``));
  if (knownValues.length > 0 && !isTold) return ["Known values", knownValues];
  return ["Example", example === undefined ? [] : [example]];
}

const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
