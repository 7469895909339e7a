import { createTestRunExample } from "./create-test-run-example.ts";
import type { Served } from "./serve.ts";

/** Returns what `pnpm start` prints once everything runs. */
export function welcome({ mockUrl, docsUrl, testRun }: Served, ports: { mock: number; docs: number }): string {
  const what = mockUrl && docsUrl ? "The mock and the docs are" : mockUrl ? "The mock is" : "The docs are";
  const addresses = [
    mockUrl && `  Mock   ${mockUrl}`,
    docsUrl && `  Docs   ${docsUrl}${docsQuery(mockUrl)}\n  Redoc  ${docsUrl}/redoc.html`,
  ];
  return `
${movedFrom("mock", ports.mock, mockUrl)}${movedFrom("docs", ports.docs, docsUrl)}${what} running:

${addresses.filter(Boolean).join("\n")}
${mockUrl && testRun ? created(mockUrl, testRun) : ""}
Press Ctrl-C to stop.`;
}

const created = (mockUrl: string, testRun: NonNullable<Served["testRun"]>) => `
The client created a test run on the mock:

  human_id   ${testRun.human_id}
  id         ${testRun.id}
  title      ${testRun.title}
  status     ${testRun.status}

Create one yourself, with any key (the key "invalid" is rejected):

${curlLine(mockUrl)}

The mock remembers it: a second run with that title is rejected, and the list has both runs:

curl --fail-with-body ${mockUrl}/projects/${testRun.project_id}/test_runs -H 'Authorization: Bearer any-key'

Prism mocks the same spec beside it: npx -y pnpm@12 start:prism --port 4012
`;

function movedFrom(name: string, wanted: number, url: string | undefined): string {
  const port = url && Number(new URL(url).port);
  return !port || wanted === 0 || wanted === port ? "" : `Port ${wanted} is in use: the ${name} took ${port}.\n`;
}

/** Returns a query that tells the forms in the docs where the mock is, unless it is where they expect it. */
const docsQuery = (mockUrl: string | undefined) =>
  mockUrl === undefined || new URL(mockUrl).port === "4010" ? "" : `/?mock=${encodeURIComponent(mockUrl)}`;

/** Returns a command with the spec's smallest request, in one line, so that it can be copied as a whole. */
function curlLine(mockUrl: string): string {
  const input = createTestRunExample("smallest", "Smoke test");
  const url = `${mockUrl}/projects/${input.project_id}/test_runs`;
  const headers = "-H 'Authorization: Bearer any-key' -H 'Content-Type: application/json'";
  return `curl --fail-with-body ${url} ${headers} -d ${shellQuoted(JSON.stringify(input))}`;
}

function shellQuoted(text: string) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
