/** A field or parameter that Redoc drew, for search. */
export interface DrawnField {
  id: string;
  /** Path from the body, such as `data.test_run.id`. */
  name: string;
  text: string;
}

/** What Redoc drew of an operation or of a text. */
export interface DrawnSection {
  /** The text, or what an operation's description says. */
  text: string;
  /** Parameters and body of an operation. */
  request: string;
  /** Headers and body of the response. */
  response: string;
  fields: DrawnField[];
}

/**
 * Takes the text and the fields of a section out of what Redoc drew, in plain markup with few class names: `field`,
 * `name`, `type`, `required`, `mark`, `values` and `md`. Everything that depends on Redoc's own markup is in this file.
 *
 * @param section an element with `data-section-id`
 * @param name how the page calls it; each id begins with it
 */
export function fixRedoc(section: Element, name: string): DrawnSection {
  const [, ...panels] = section.querySelectorAll('[data-testid="middle-panel"]');
  // A text has one panel: below its heading stands the text itself.
  const isText = panels.length === 0;
  const [request, response] = isText ? [find(section, '[data-testid="middle-panel"]')] : panels;
  if (!request) throw fault("the middle panel of a section");
  for (const panel of [request, response]) if (panel) fixPanel(panel, name);
  if (isText) request.querySelector("h2")?.parentElement?.parentElement?.remove();
  const fields = [...section.querySelectorAll(".field")].map(readField);
  const parts = [...request.children];
  const end = parts.findIndex(({ className }) => className !== "md");
  const [texts, rest] = isText || end === -1 ? [parts, []] : [parts.slice(0, end), parts.slice(end)];
  return { text: htmlOf(texts), request: htmlOf(rest), response: response?.innerHTML.trim() ?? "", fields };
}

const htmlOf = (elements: Element[]) => elements.map(({ outerHTML }) => outerHTML).join("");

function fixPanel(panel: Element, name: string): void {
  remove(panel, 'svg, [data-deep-link-anchor], [data-testid="page-actions"], [role="tablist"], select, hr');
  // "Request", "Responses", and the sentence about nothing to send: the page has headings of its own.
  for (const heading of panel.querySelectorAll("h4")) heading.parentElement?.parentElement?.remove();
  for (const text of panel.querySelectorAll("p")) if (text.textContent === "No request data") text.remove();
  for (const item of panel.querySelectorAll(".schema-property-item")) fixField(item);
  for (const nested of panel.querySelectorAll("[data-schema-nested-open]")) fold(nested);
  for (const heading of panel.querySelectorAll("h5")) replace(heading, "h4", heading.textContent);
  for (const body of panel.querySelectorAll('[id$="/body"]')) fixBodyHeading(body);
  for (const headers of panel.querySelectorAll('[id$="/headers"]')) foldHeaders(headers);
  for (const element of panel.querySelectorAll("[data-component-name='Markdown/Markdown']")) element.className = "md";
  // What a schema says of itself, such as "non-empty".
  for (const note of panel.querySelectorAll("em")) if (!note.closest(".md")) note.className = "type";
  for (const link of panel.querySelectorAll("a")) fixLink(link);
  for (const element of panel.querySelectorAll("*")) keepAttributes(element, name);
}

/** One field: its line with name, type and marks, then its text, allowed values and example. */
function fixField(item: Element): void {
  const [line, ...rest] = item.children;
  if (!line) throw fault("the line of a field");
  const names = [...line.querySelectorAll(".schema-name")];
  const [last] = names.slice(-1);
  if (!last) throw fault("the name of a field");
  const isUnnamedItem = last.textContent === "[i]";
  const hasText = rest.some((element) => element.textContent?.trim());
  // The type of the array above says it already.
  if (isUnnamedItem && (!hasText || line.textContent.includes("Recursive"))) {
    item.remove();
    return;
  }
  const path = names.map(({ textContent }) => textContent.replace(/\u200b/g, "")).join("");
  const own = last.textContent;
  const parts = [
    element(line, "a", "name", [path.slice(0, -own.length) && element(line, "i", "", path.slice(0, -own.length)), own]),
    element(line, "span", "type", typeText(line)),
    ...marksOf(line),
  ];
  (parts[0] as HTMLAnchorElement).setAttribute("href", `#${item.id}`);
  line.replaceChildren(...parts.flatMap((part) => [part, " "]));
  line.className = "line";
  item.className = "field";
  for (const values of rest) fixValues(values);
}

/** Redoc writes `string, (uuid)` and `Array of objects (Selection filter)`. */
function typeText(line: Element): string {
  const types = [...line.querySelectorAll("em")].map(({ textContent }) => textContent);
  return types.join(" ").replaceAll(", (", " (");
}

function marksOf(line: Element): Element[] {
  const badges = [...line.querySelectorAll('[data-component-name="Tag/Tag"]')].map(({ textContent }) => textContent);
  const required = badges.find((badge) => badge.startsWith("required: "));
  const words = [...line.children]
    .filter((each) => each.tagName === "SPAN" && each.textContent && !each.querySelector(".schema-name"))
    .map(({ textContent }) => textContent)
    .filter((word) => !(required && word === "required"));
  const marks = badges.filter((badge) => badge !== required);
  return [
    ...marks.map((name) => mark(line, name)),
    ...(required
      ? [element(line, "span", "required", ["required ", mark(line, required.slice("required: ".length))])]
      : []),
    ...words.map((word) => element(line, "span", word === "required" ? "required" : "note", word)),
  ];
}

/** The parentheses are hidden visually; kept for copy, search and screen readers. */
const mark = (near: Element, name: string) =>
  element(near, "span", `mark ${name}`, [element(near, "i", "", "("), name, element(near, "i", "", ")")]);

/** A line such as `Enum: "STATIC" "DYNAMIC"` or `Example: "DEMO-001"`. */
function fixValues(line: Element): void {
  const [label, ...values] = line.children;
  if (!label?.textContent?.trim().endsWith(":")) return;
  const json = line.querySelector("pre");
  const shown = json ? [json] : values;
  const codes = shown.map(({ textContent }) => element(line, "code", "", textContent.trim()));
  line.replaceChildren(label.textContent.trim(), ...codes.flatMap((code) => [" ", code]));
  line.className = json ? "values block" : "values";
}

/** Redoc folds the fields of an object by its script; `details` needs none. */
function fold(nested: Element): void {
  const [, fields] = nested.children;
  if (!fields) throw fault("the fields of a nested object");
  if (fields.textContent?.trim() === "") {
    nested.remove();
    return;
  }
  const details = element(nested, "details", "nested", [
    element(nested, "summary", "", "Fields"),
    ...fields.childNodes,
  ]);
  details.setAttribute("open", "");
  nested.replaceWith(details);
}

/** The headers are the same everywhere; most readers want the body. */
function foldHeaders(heading: Element): void {
  const details = element(heading, "details", "", [element(heading, "summary", "", "Headers")]);
  details.id = heading.id;
  const { parentElement: block } = heading;
  heading.remove();
  details.append(...(block?.childNodes ?? []));
  block?.append(details);
}

/** `Body application/json required`. */
function fixBodyHeading(place: Element): void {
  const line = place.firstElementChild?.tagName === "SPAN" ? place : place.firstElementChild;
  if (!line) throw fault("the heading of a body");
  const [mediaType, ...words] = [...line.querySelectorAll("span")].map(({ textContent }) => textContent);
  const heading = element(line, "h4", "", [
    "Body ",
    element(line, "code", "", mediaType ?? ""),
    ...words.filter(Boolean).flatMap((word) => [" ", element(line, "span", "required", word)]),
  ]);
  if (line === place) heading.id = place.id;
  line.replaceWith(heading);
}

/** Nothing but another page, a section, a file beside the page or a mail may be linked to. */
function fixLink(link: Element): void {
  const href = link.getAttribute("href") ?? "";
  if (/^[\s\p{Cc}]*[\w+.-]+:/u.test(href) && !/^(https?|mailto):/.test(href)) link.removeAttribute("href");
}

const kept = new Set(["id", "href", "open", "class", "data-language", "colspan", "rowspan"]);
const ownClasses = /^(field|line|name|type|required|note|values|values block|nested|md|mark \w+)$/;

function keepAttributes(element: Element, name: string): void {
  for (const attribute of [...element.attributes]) {
    if (!kept.has(attribute.name)) element.removeAttribute(attribute.name);
  }
  if (!ownClasses.test(element.className)) element.removeAttribute("class");
  if (element.id) element.id = idOf(element.id, name);
  const href = element.getAttribute("href");
  if (href?.startsWith("#other/")) element.setAttribute("href", `#${idOf(href.slice(1), name)}`);
}

/** `other/createtestrun/t=request&in=path&path=project_id` becomes `createTestRun/path/project_id`. */
function idOf(id: string, name: string): string {
  const own = id.replace(/^other\/[^/]+/, "");
  const place = own
    .replace("/t=request&in=", "/")
    .replace("/t=request&path=", "/body/")
    .replace(/\/t=response&c=(\w+)&path=/, "/$1/")
    .replace(/\/response&c=(\w+)/, "/$1")
    .replace("&path=", "/");
  return name + (own === id ? `/${id}` : place);
}

const readField = (field: Element): DrawnField => ({
  id: field.id,
  // `createTestRun/200/data/test_run/id` is `data.test_run.id`.
  name: field.id.split("/").slice(2).join("."),
  text: [...field.querySelectorAll(":scope > div:not(.line), :scope > .md")]
    .map(({ textContent }) => textContent)
    .join(" "),
});

function element(near: Element, tag: string, className: string, content: string | (string | Node)[]): Element {
  const made = near.ownerDocument.createElement(tag);
  if (className) made.className = className;
  made.append(...(typeof content === "string" ? [content] : content.filter((part) => part !== "")));
  return made;
}

function replace(old: Element, tag: string, text: string | null): void {
  const made = element(old, tag, "", text ?? "");
  if (old.id) made.id = old.id;
  old.replaceWith(made);
}

function remove(within: Element, selector: string): void {
  for (const element of within.querySelectorAll(selector)) element.remove();
}

const find = (within: Element, selector: string) => within.querySelector(selector) ?? undefined;

const fault = (what: string) => new Error(`Redoc's markup has changed: ${what} is not where it was. See fix-redoc.ts.`);
