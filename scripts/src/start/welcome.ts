import { createTestRunExample } from "./create-test-run-example.ts";
import type { Served } from "./serve.ts";

/** What `pnpm start` prints once everything runs. */
export function welcome({ mockUrl, docsUrl, testRun }: Served, ports: { mock: number; docs: number }): string {
  const moves = movedFrom("mock", ports.mock, mockUrl) + movedFrom("docs", ports.docs, docsUrl);
  return `
${moves}The mock and the docs are running:

  Mock   ${mockUrl}
  Docs   ${docsUrl}

The client created a test run on the mock:

  human_id   ${testRun.human_id}
  id         ${testRun.id}
  title      ${testRun.title}
  status     ${testRun.status}

Create one yourself, with any key (the key "invalid" is rejected):

${curlLine(mockUrl)}

The mock remembers it: a second run with that title is rejected, and the list has both runs:

curl --fail-with-body ${mockUrl}/projects/${testRun.project_id}/test_runs -H 'Authorization: Bearer any-key'

Press Ctrl-C to stop.`;
}

function movedFrom(name: string, wanted: number, url: string): string {
  const { port } = new URL(url);
  return wanted === 0 || wanted === Number(port) ? "" : `Port ${wanted} is in use: the ${name} took ${port}.\n`;
}

/** One line, so that it can be copied whole, with the smallest request of the spec. */
function curlLine(mockUrl: string): string {
  const input = createTestRunExample("smallest", "Smoke test");
  const url = `${mockUrl}/projects/${input.project_id}/test_runs`;
  const headers = "-H 'Authorization: Bearer any-key' -H 'Content-Type: application/json'";
  return `curl --fail-with-body ${url} ${headers} -d ${shellQuoted(JSON.stringify(input))}`;
}

function shellQuoted(text: string) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
