import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createClient } from "../src/index.js";
import { jsonBody, methodOf, object } from "./described-method.js";
import { json, limited, never, redirect, type SentRequest, stubService } from "./stub-service.js";

const file = { type: "string", contentMediaType: "application/xml" };
const form = (properties: object) => ({ "multipart/form-data": { schema: object(properties) } });
const upload = {
  at: "post /runs/{id}/import",
  operation: {
    requestBody: { required: true, content: form({ junit_xml: file, title: { type: "string" }, tags: {} }) },
  },
};
const results = {
  at: "put /runs/{id}/results",
  operation: {
    requestBody: {
      content: { ...jsonBody(object({ cases: {} })).content, ...form({ data: { type: "string" }, attachment: file }) },
    },
  },
};

const readForm = ({ body, headers }: Partial<SentRequest> = {}) =>
  new Response(body as ArrayBuffer, { headers: headers ?? {} }).formData();

/** Returns the parts of the form that a call sends. */
async function partsOf(described: typeof upload | typeof results, input: object) {
  const { call, service } = methodOf(described);
  await call({ id: "7", ...input });
  return [...(await readForm(service.requests[0]))];
}

/** A file of another realm, such as that of jsdom. */
class OtherFile {
  readonly [Symbol.toStringTag] = "File";
}

describe("a form", () => {
  it("has its parts flat in the input, a file as its text", async () => {
    const { call, service } = methodOf(upload);
    await call({ id: "7", junit_xml: "<testsuites/>", title: "Nightly", tags: ["a", 1, null], unset: undefined });
    expect(service.requests[0]?.url).toBe("https://example.com/v1/runs/7/import");
    const [[name, part] = [], ...texts] = [...(await readForm(service.requests[0]))];
    expect([name, await (part as File).text()]).toEqual(["junit_xml", "<testsuites/>"]);
    expect(texts.join(" ")).toBe("title,Nightly tags,a tags,1");
  });

  const notAFile = "junit_xml: expected a Blob, a File or a string, got";
  const advice = "Wrap bytes in new Blob([bytes]); read a stream with await new Response(stream).blob()";
  it.each<[what: string, parts: object, message: string]>([
    ["an object, unknown to the service", { tags: [{ b: 1 }] }, "tags: expected a single value, got an object"],
    ["a stream", { junit_xml: new Blob(["a"]).stream() }, `${notAFile} a ReadableStream. ${advice}`],
    [
      "another realm's file",
      { junit_xml: new OtherFile() },
      `${notAFile} a File that is not this runtime's own. ${advice}`,
    ],
    ["a path", { junit_xml: "results.xml" }, `${notAFile} a path. ${advice}`],
    ["curl's path", { junit_xml: "@results.xml" }, `${notAFile} a path. ${advice}`],
    ["a path of Windows", { junit_xml: "C:\\build output\\JUnit.XML" }, `${notAFile} a path. ${advice}`],
  ])("rejects %s, and sends nothing", async (_what, parts, message) => {
    const { call, service } = methodOf(upload);
    await expect(call({ id: "7", junit_xml: "<a/>", ...parts })).rejects.toMatchObject({
      name: "InputError",
      message: `testedOperation: ${message} (POST /runs/{id}/import)`,
    });
    expect(service.requests).toEqual([]);
  });

  it("has the content type that the runtime writes, whatever the headers of the call say", async () => {
    const { call, service } = methodOf(upload);
    await call({ id: "7", junit_xml: "<a/>" }, { headers: { "content-type": "application/xml" } });
    expect(service.requests[0]?.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
  });

  it("is left to the global fetch, which need not read a large file into memory", async () => {
    const { fetch, requests } = stubService(json({ message: "", data: { import: {} } }));
    vi.stubGlobal("fetch", fetch);
    const headers = { "content-type": "application/xml" };
    const input = { project_id: "p", test_run_id: "r", junit_xml: "<a/>" };
    await createClient({ apiKey: "key", headers }).importJunitReport(input);
    expect(requests[0]?.body).toBeInstanceOf(FormData);
    expect(requests[0]?.headers.has("content-type")).toBe(false);
  });

  it("may take 5 minutes", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const { call, service } = methodOf(upload, never);
    const message = call({ id: "7", junit_xml: "<a/>" }).catch((error: Error) => error.message);
    await vi.waitUntil(() => service.requests.length === 1);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(await message).toContain("no response within 300000 ms");
  });

  it("accepts XML that only ends like a path", async () => {
    for (const junit_xml of ["<testsuites/> results.xml", "results.xml: see CI"]) {
      const [[, part] = []] = await partsOf(upload, { junit_xml });
      expect(part).toMatchObject({ name: "junit_xml", size: junit_xml.length });
    }
  });

  it("names a file without its folders", async () => {
    for (const path of ["/home/me/reports/junit.xml", "C:\\reports\\junit.xml", "junit.xml"]) {
      const [[, part] = []] = await partsOf(upload, { junit_xml: new File(["<a/>"], path) });
      expect(part).toMatchObject({ name: "junit.xml", size: 4 });
    }
  });

  it("accepts a Blob and keeps its bytes", async () => {
    const bytes = new Uint8Array([0, 255, 13, 10]);
    const [[, part] = []] = await partsOf(upload, { junit_xml: new Blob([bytes], { type: "image/png" }) });
    expect(new Uint8Array(await (part as File).arrayBuffer())).toEqual(bytes);
    expect(part).toMatchObject({ name: "junit_xml", type: "image/png" });
  });

  it("is rejected where fetch does not know the FormData, as under jsdom", async () => {
    class OtherFormData {
      readonly [Symbol.toStringTag] = "FormData";
    }
    vi.stubGlobal("FormData", OtherFormData);
    const { call, service } = methodOf(upload);
    await expect(call({ id: "7", junit_xml: "<a/>" })).rejects.toThrow(
      "testedOperation: fetch cannot send the FormData of jsdom. Use the node environment (POST /runs/{id}/import)",
    );
    expect(service.requests).toEqual([]);
  });

  it("is sent again whole after a redirect and a rate limit", async () => {
    const elsewhere = redirect("https://eu.testsigma.com/import", 307);
    const { call, service } = methodOf(upload, elsewhere, limited);
    await call({ id: "7", junit_xml: new Blob(["<a/>"]) });
    const forms = await Promise.all(service.requests.map(readForm));
    const files = forms.map((form) => form.get("junit_xml") as File);
    expect(await Promise.all(files.map((part) => part.text()))).toEqual(["<a/>", "<a/>", "<a/>"]);
  });
});

describe("a form next to JSON", () => {
  it("is JSON by default", async () => {
    const { call, service } = methodOf(results);
    await call({ id: "7", cases: [1] });
    expect(service.requests[0]?.body).toBe('{"cases":[1]}');
    const withOtherFile = call({ id: "7", attachments_0_0: new OtherFile() });
    await expect(withOtherFile).rejects.toThrow(
      "attachments_0_0: expected a Blob, a File or a string, got a File that is not",
    );
  });

  it("is a form when one of its own parts, or any Blob, is given", async () => {
    expect(await partsOf(results, { data: "{}" })).toEqual([["data", "{}"]]);
    const [[name, part] = []] = await partsOf(results, { attachments_0_0: new File(["a"], "a.png") });
    expect([name, (part as File).name]).toEqual(["attachments_0_0", "a.png"]);
    const parts = await partsOf(results, { cases: 1, attachments_0_0: [new File(["a"], "a.png"), "text"] });
    expect(parts.map(([name]) => name)).toEqual(["cases", "attachments_0_0", "attachments_0_0"]);
  });
});
