import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadDocument } from "../src/document/load-document.js";
import { createMockFetch } from "../src/index.js";
import { prepare } from "../src/respond.js";
import { everyKind } from "./every-kind.js";

const project = "/api/v1/projects/0a1b2c3d-0000-4000-8000-000000000001";
const mock = createMockFetch({ spec: everyKind });
const ask = (path: string, init?: RequestInit) => mock(`http://mock.test${path}`, init);
const lastRequest = () => mock.requests.at(-1);

const withJson = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

it("responds with an array to a request without parameters", async () => {
  expect(await (await ask("/api/v1/statuses")).json()).toEqual(["Passed", "Failed"]);
});

it("responds with 201 where that is the success, and its 202 by name", async () => {
  expect((await ask(`${project}/runs`, withJson("POST", { title: "Nightly" }))).status).toBe(201);
  const init = withJson("POST", { title: "Nightly" });
  const queued = await ask(`${project}/runs`, { ...init, headers: { ...init.headers, Prefer: "example=queued" } });

  expect([queued.status, await queued.json()]).toEqual([202, { job: "7" }]);
});

it("responds with 204 and no body, whatever the spec shows", async () => {
  const response = await ask(`${project}/runs/DEMO-R-5`, { method: "DELETE" });

  expect([response.status, await response.text()]).toEqual([204, ""]);
  expect(response.headers.has("content-type")).toBe(false);
});

it("takes a sparse update, but no empty one", async () => {
  expect((await ask(`${project}/runs/DEMO-R-5`, withJson("PUT", { status: "CLOSED" }))).status).toBe(200);
  const response = await ask(`${project}/runs/DEMO-R-5`, withJson("PUT", {}));

  expect(response.status).toBe(422);
  expect(lastRequest()?.violations).toEqual(["Request body must NOT have fewer than 1 properties"]);
});

it.each([
  [{ title: "x", email: "nobody" }, 'Request body property email must match format "email"'],
  [{ title: "x", selection: [{}] }, "Request body property selection.0 must have required property 'field'"],
])("looks into the body %j", async (body, violation) => {
  expect((await ask(`${project}/runs`, withJson("POST", body))).status).toBe(422);
  expect(lastRequest()?.violations).toEqual([violation]);
});

it("responds with text that is not JSON", async () => {
  const response = await ask("/api/v1/report");

  expect(response.headers.get("content-type")).toBe("text/csv");
  expect(await response.text()).toBe("id,title\n1,Nightly");
});

it.each([
  ["page_size=0", "Request query parameter page_size must be >= 1"],
  ["page_size=many", "Request query parameter page_size must be integer"],
  // Prism, which explains it, looks at the last value only.
  ["label=ab&label=c", "Request query parameter label.0 must NOT have fewer than 2 characters"],
  ["filter[since]=soon", "Request query parameter filter.since must be integer"],
])("rejects the query %s", async (query, violation) => {
  expect((await ask(`${project}/runs?${query}`)).status).toBe(422);
  expect(lastRequest()?.violations).toEqual([violation]);
});

it("warns of a query parameter and a property that are probably misspelt", async () => {
  await ask(`${project}/runs?pagesize=5`);
  expect(lastRequest()?.warnings).toEqual([
    "Request query parameter pagesize is not in the spec; did you mean page_size?",
  ]);

  const body = { title: "x", descripton: "y", selection: [{ field: "id", operater: "IN" }] };
  const response = await ask(`${project}/runs`, withJson("POST", body));
  const warnings = [
    "Request body property descripton is not in the spec; did you mean description?",
    "Request body property selection.0.operater is not in the spec",
  ];
  expect(lastRequest()?.warnings).toEqual(warnings);
  expect(JSON.parse(response.headers.get("sl-warnings") ?? "")).toEqual(warnings);
});

it("shows the values of the path in the response", async () => {
  const byId = "7b2f9c14-58a1-4d2e-9f3a-000000000000";
  const { data } = (await (await ask(`${project}/runs/${byId}`, withJson("PUT", { title: "x" }))).json()) as Wrapped;
  expect(data.test_run).toMatchObject({
    id: byId,
    human_id: "DEMO-R-1",
    project_id: "0a1b2c3d-0000-4000-8000-000000000001",
  });

  const other = await ask(`${project}/runs/DEMO-R-7`, withJson("PUT", { title: "x" }));
  expect(((await other.json()) as Wrapped).data.test_run).toMatchObject({ human_id: "DEMO-R-7" });
  const folder = (await (await ask("/api/v1/folders/77")).json()) as { data: { folder: object } };
  expect(folder.data.folder).toMatchObject({ id: 77 });
});

interface Wrapped {
  data: { test_run: Record<string, unknown> };
}

it("pages through a list to its end", async () => {
  const titles: string[] = [];
  let next = `http://mock.test${project}/runs?page_size=2`;
  while (next !== "") {
    const body = (await (await mock(next)).json()) as Page;
    expect(body.page_info).toMatchObject({ page_size: 2, total_count: 3 });
    titles.push(...body.data.test_runs.map(({ title }) => title));
    next = body.page_info.next;
  }

  expect(titles).toEqual(["Run 1", "Run 2", "Run 3"]);
});

interface Page {
  data: { test_runs: { title: string }[] };
  page_info: { next: string };
}

it("keeps an updated object what it was, apart from what was sent, with echo", async () => {
  const echoing = createMockFetch({ spec: everyKind, echo: true });
  const response = await echoing(`http://mock.test${project}/runs/DEMO-R-7`, withJson("PUT", { status: "CLOSED" }));

  expect(((await response.json()) as Wrapped).data.test_run).toMatchObject({
    human_id: "DEMO-R-7",
    title: "Run 1",
    status: "CLOSED",
    created_at: 1_710_675_200,
  });
});

it("says where echo keeps the documented value, and echoes the rest", async () => {
  const echoing = createMockFetch({ spec: everyKind, echo: true });
  const body = { title: "x".repeat(41), status: "CLOSED" };
  const response = await echoing(`http://mock.test${project}/runs/DEMO-R-7`, withJson("PUT", body));

  expect(((await response.json()) as Wrapped).data.test_run).toMatchObject({ title: "Run 1", status: "CLOSED" });
  expect(echoing.requests[0]?.warnings).toEqual([
    "Response keeps documented values where those of the request do not match: data.test_run.title must NOT have more than 40 characters",
  ]);
});

describe("forms", () => {
  const bytes = new Uint8Array([0xff, 0x00, 0xd8]);
  const file = new File([bytes], "report.xml", { type: "application/xml" });
  const form = (parts: Record<string, string | File>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(parts)) data.append(name, value);
    return data;
  };
  const send = (body: FormData) => ask(`${project}/runs/DEMO-R-5/import`, { method: "POST", body });

  it("takes a form with a binary file, and records it by its digest", async () => {
    const response = await send(form({ junit_xml: file, attempt: "2", options: '{"strict":true}', tags: "nightly" }));

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { import: { test_run_id: "DEMO-R-5" } } });
    expect(lastRequest()?.body).toEqual({
      junit_xml: {
        name: "report.xml",
        type: "application/xml",
        size: 3,
        digest: `sha-256:${createHash("sha256").update(bytes).digest("hex")}`,
      },
      attempt: "2",
      options: { strict: true },
      tags: ["nightly"],
    });
  });

  it.each([
    [{ attempt: "2" }, "Request body must have required property 'junit_xml'"],
    [{ junit_xml: file, attempt: "twice" }, "Request body property attempt must be integer"],
    [{ junit_xml: file, options: "strict" }, "Request body property options must be object"],
    [{ junit_xml: "<xml/>" }, "Request body property junit_xml must be a file: a part that has a filename"],
  ])("rejects a form, naming the part (%#)", async (parts, violation) => {
    expect((await send(form(parts))).status).toBe(422);
    expect(lastRequest()?.violations).toEqual([violation]);
  });

  it("takes JSON beside the form", async () => {
    const path = `${project}/runs/DEMO-R-5/import`;

    expect((await ask(path, withJson("POST", { junit_url: "https://example.com/r.xml" }))).status).toBe(200);
    expect((await ask(path, withJson("POST", {}))).status).toBe(422);
  });

  it("takes a file of many megabytes, but none beyond 25", async () => {
    const sized = (size: number) => form({ junit_xml: new File([new Uint8Array(size)], "big.xml") });

    expect((await send(sized(24 * 1024 * 1024))).status).toBe(200);
    const response = await send(sized(26 * 1024 * 1024));
    expect([response.status, await response.json()]).toEqual([
      413,
      { code: 413, message: "The body is larger than the mock's limit of 26214400 bytes." },
    ]);
  });

  it("rejects a form that does not match its boundary", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const response = await ask(`${project}/runs/DEMO-R-5/import`, { method: "POST", headers, body: "--y\r\n" });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining("is not a valid form") });
  });
});

const { document, responses } = prepare(await loadDocument(everyKind));
const generated = document.operations.flatMap((entry) => {
  const operation = entry.read();
  return operation.responses.flatMap(({ status, contents }) =>
    contents.map(({ mediaType }) => ({ id: operation.id, operation, status: Number(status), mediaType })),
  );
});

it.each(generated)("generates responses of $id, $status, over hundreds of seeds", async (one) => {
  const { operation, ...choice } = one;
  for (let seed = 0; seed < 300; seed++) {
    const { content } = await responses.generated(operation, choice, String(seed));
    if (choice.status !== 204) expect(responses.check(operation, choice, content), JSON.stringify(content)).toEqual([]);
  }
});
