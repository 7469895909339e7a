import { createHash } from "node:crypto";
import type { Api } from "../api/api.js";
import type { Operation } from "../api/operation.js";
import { type MockResponse, toMockResponse } from "../http/mock-response.js";
import { transportScenarios } from "../scenarios/transport-scenarios.js";

/** The script of the page, which sends the chosen request. */
const script = `
const form = document.querySelector("form");
const operations = JSON.parse(document.querySelector("#operations").textContent);
const { operation, scenario, path, body } = form.elements;
operation.addEventListener("change", show);
function show() {
  const chosen = operations[operation.value];
  path.value = chosen.path;
  body.value = chosen.body;
  body.disabled = chosen.body === "";
  scenario.replaceChildren(new Option("default response", ""), ...chosen.scenarios.map((name) => new Option(name, name)));
}
function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { method } = operations[operation.value];
  const headers = { Authorization: "Bearer any", ...(scenario.value && { Prefer: "example=" + scenario.value }) };
  if (body.value) headers["Content-Type"] = "application/json";
  const output = document.querySelector("output");
  try {
    const response = await fetch(path.value, { method, headers, body: body.value || undefined, redirect: "manual" });
    output.textContent = response.status + " " + response.statusText + "\\n\\n" + indented(await response.text());
  } catch (error) {
    output.textContent = String(error);
  }
});
show();
`;

const hash = createHash("sha256").update(script).digest("base64");
const policy = [
  "default-src 'none'",
  "connect-src 'self'",
  `script-src 'sha256-${hash}'`,
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** Makes a page that lists the operations and can send their documented requests. */
export function startPage({ operations, basePaths }: Api): MockResponse {
  const described = operations.map((operation) => toChoice(operation, basePaths[0] ?? ""));
  const options = described.map(({ id }, index) => `<option value="${index}">${escapeHtml(id)}</option>`).join("");
  const rows = described.map(
    ({ id, method, template }) => `<dt>${escapeHtml(id)}</dt><dd><code>${method} ${escapeHtml(template)}</code></dd>`,
  );
  const content = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mock of the Testsigma Test Management API</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.6rem; line-height: 1.25 }
  label { display: block; margin: .75rem 0 }
  select, input, textarea { display: block; width: 100%; box-sizing: border-box; padding: .4rem; font: .9rem/1.4 monospace }
  textarea { height: 12rem }
  button { padding: .5rem 1.5rem; font: inherit }
  output { display: block; margin-top: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.4 monospace }
  a { color: inherit }
  code { overflow-wrap: anywhere }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; font-size: .9rem }
  dd { margin: 0 }
  @media (width < 40rem) { dl { display: block } dd { margin-bottom: .75rem } }
</style>
<main>
<h1>Mock of the Testsigma Test Management API</h1>
<p>Unofficial. Everything here is made up; nothing reaches the live service. The base URL is <code>${escapeHtml(basePaths[0] ?? "")}</code>
on this host, and any key works but <code>invalid</code>.</p>
<h2>Send a request</h2>
<form>
  <label>Operation <select name="operation">${options}</select></label>
  <label>Response <select name="scenario"></select></label>
  <label>Path <input name="path"></label>
  <label>Body <textarea name="body"></textarea></label>
  <button>Send</button>
</form>
<output></output>
<h2>Operations</h2>
<dl>
${rows.join("\n")}
</dl>
<h2>For tests</h2>
<p>See <a href="/__mock/requests">requests</a>, <a href="/__mock/scenarios">scenarios</a>, <a href="/__mock/state">state</a>
and <a href="/__mock/openapi.json">how to control the mock</a>.</p>
</main>
<script type="application/json" id="operations">${escapeScript(JSON.stringify(described))}</script>
<script>${script}</script>
</html>
`;
  const headers = { "content-security-policy": policy.join("; "), "x-content-type-options": "nosniff" };
  return toMockResponse({ status: 200, mediaType: "text/html; charset=utf-8" }, content, headers);
}

/** Returns the data that the page shows of an operation, with the example request of the spec. */
function toChoice({ id, method, path, parameters, body, scenarios }: Operation, base: string) {
  const filled = path.replace(/\{([^}]*)\}/g, (template, name) => {
    const example = parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.example;
    return example === undefined ? template : encodeURIComponent(String(example));
  });
  const json = body?.contents.find(({ mediaType }) => mediaType === "application/json");
  const [example] = Object.values(json?.examples ?? {});
  return {
    ...{ id, method, template: base + path, path: base + filled },
    body: example === undefined ? "" : JSON.stringify(example, null, 2),
    scenarios: [...scenarios.keys(), ...transportScenarios],
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Keeps text of the spec from closing the script element that holds it. */
const escapeScript = (json: string) => json.replaceAll("<", "\\u003c");
