/** Each text of a request meets an expression or a loop. One that takes quadratic time needs hours for a megabyte. */
import { expect, it } from "vitest";
import { createMockFetch } from "../src/index.js";
import { createRun, path, projectId, smallestRun } from "./create-run.js";

const megabyte = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
const seededRun = "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9";
const mock = createMockFetch({ state: true, bodyLimit: 10_000_000 });

function sendForm(body: string, type = "multipart/form-data; boundary=x") {
  const headers = { "Content-Type": type };
  return createRun(mock, { path: `/api/v1/projects/${projectId}/junit-import/test-run/${seededRun}`, headers, body });
}

it.each(["a", "<", "<a-", '<a"', '<a b="', "<a b='c'", "<testcase/>", "</a>", "<a>", "<!--", "<![CDATA[", "<?", ">"])(
  "imports a report of %s",
  async (text) => {
    const part = `--x\r\nContent-Disposition: form-data; name="junit_xml"; filename="a"\r\n\r\n<testsuite><b${megabyte(text)}`;
    expect((await sendForm(`${part}\r\n--x--`)).status).toBe(200);
  },
);

it.each(["--x", " ", "\r\n--x\r\n", "--x\r\n\r\n", '; name="\\', ";"])("reads a form of %j", async (text) => {
  expect((await sendForm(`--x\r\nContent-Disposition: form-data${megabyte(text)}`)).status).toBe(400);
});

it.each([
  ["Content-Type", "multipart/form-data; ", '; a="\\'],
  ["Content-Type", "multipart/form-data", "; "],
  ["Prefer", "", '"'],
  ["Prefer", "", 'a="'],
  ["Prefer", "", "a,"],
  ["Authorization", "Bearer ", "a "],
  ["Origin", "http://", "localhost."],
])("reads the header %s of %s%j", async (name, start, text) => {
  expect((await createRun(mock, { headers: { [name]: start + megabyte(text) } })).status).toBeLessThan(500);
});

it.each([
  [`${path}?`, "a=1&"],
  [`${path}?`, "a__"],
  [`${path}?cursor=`, "W3si"],
  [`${path}?search=`, "a"],
  [`${path}/`, "a/"],
  [`${path}/`, "%20"],
])("reads the path %s%s", async (start, text) => {
  expect((await createRun(mock, { method: "GET", body: null, path: start + megabyte(text) })).status).toBeLessThan(500);
});

it.each(["title", "project_id", "assignee_id", megabyte("titel"), "api_key"])("reads a body property", async (name) => {
  const body = JSON.stringify({ ...smallestRun, title: "Short", [name]: megabyte("0-") });
  expect((await createRun(mock, { body })).status).toBeLessThan(500);
});
