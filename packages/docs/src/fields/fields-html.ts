import type { Provenance } from "@testsigma-tms/spec/reader";
import { breakable, escapeHtml, inlineCode } from "../markdown/escape-html.ts";
import { mark, type ToHtml } from "../markdown/markdown-html.ts";
import type { Field } from "./read-fields.ts";

/** Prints fields as HTML, each with the fields in it folded; each id begins with that of the owner. */
export function fieldsHtml(fields: Field[], owner: string, toHtml: ToHtml, isWithin = false): string {
  let [html, condition] = ["", ""];
  for (let at = 0; at < fields.length; ) {
    const field = fields[at] as Field;
    const inner = fieldsWithin(field, fields.slice(at + 1));
    if (field.condition && field.condition !== condition) html += `<p class="soft">${escapeHtml(field.condition)}:</p>`;
    // Nested folds would hide most of a page behind two clicks, so only those within others are closed.
    const fold = `<details${isWithin ? "" : " open"}><summary>${count(inner.length)} of <code>${breakable(field.name)}</code></summary>${fieldsHtml(inner, owner, toHtml, true)}</details>`;
    html += fieldHtml(field, owner, toHtml, inner.length > 0 ? fold : "");
    condition = field.condition;
    at += 1 + inner.length;
  }
  return html;
}

/** Returns the fields at the beginning of a list that are part of a field. */
function fieldsWithin({ parents, name }: Field, following: Field[]): Field[] {
  const path = parents + name;
  const isPart = (each: Field) => each.parents.startsWith(path) && /^(\[\])*\./.test(each.parents.slice(path.length));
  const end = following.findIndex((each) => !isPart(each));
  return end === -1 ? following : following.slice(0, end);
}

const count = (fields: number) => `${fields} ${fields === 1 ? "property" : "properties"}`;

function fieldHtml(field: Field, owner: string, toHtml: ToHtml, fold: string): string {
  const { parents, name, type, limits, isRequired, isDeprecated, description, sources } = field;
  const id = escapeHtml(`${owner}/${field.id}`);
  const path = `${parents && `<i>${breakable(parents)}</i>`}${breakable(name)}`;
  const line = [
    `<a class="name" href="#${id}">${path}</a>`,
    `<span class="soft">${escapeHtml([type, ...limits].join(", "))}</span>`,
    isRequired && required(field.requiredMark),
    isDeprecated && '<span class="soft">deprecated</span>',
    mark(field.mark, sources),
  ];
  const text = description && `<div>${toHtml(description, { mark: field.mark, sources })}</div>`;
  return `<div class="field" id="${id}"><p class="line">${line.filter(Boolean).join(" ")}</p>${text}${valuesHtml(field)}${fold}</div>`;
}

/** Prints the mark of a required field. The legend is in a tooltip and behind a link, which keeps the line short. */
const required = (requiredMark: Provenance | undefined) =>
  requiredMark === undefined || requiredMark === "documented"
    ? '<span class="required">required</span>'
    : `<a class="required ${requiredMark}" href="#documented-observed-inferred" title="That it is required is ${requiredMark}, not documented.">required</a>`;

function valuesHtml(field: Field): string {
  const [label, values] = valuesOf(field);
  if (values.length === 0) return "";
  const codes = values.map((value) => inlineCode(text(value)));
  return `<p class="soft">${label}: ${codes.join(" ")}</p>`;
}

/**
 * Returns the values to show for a field, with their label: all allowed values, else the known ones, else an example.
 */
function valuesOf({ values, knownValues, example, description }: Field): [label: string, values: unknown[]] {
  if (values.length > 0) return [values.length === 1 ? "Always" : "One of", values];
  const isTold = knownValues.every((value) => description.includes(`\`${value}\``));
  if (knownValues.length > 0 && !isTold) return ["Known values", knownValues];
  return ["Example", example === undefined ? [] : [example]];
}

const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
