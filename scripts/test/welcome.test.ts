import { expect, it } from "vitest";
import type { Served } from "../src/start/serve.ts";
import { welcome } from "../src/start/welcome.ts";

const served: Served = {
  mockUrl: "http://127.0.0.1:4012/api/v1",
  docsUrl: "http://127.0.0.1:4011",
  testRun: {
    id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
    human_id: "DEMO-R-1",
    created_at: 1710675200,
    updated_at: 1710675200,
    title: "Regression suite",
    status: "ACTIVE",
    project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
    selection_type: "STATIC",
  },
  close: async () => {},
};

it("says which port was in use and which was taken", () => {
  const text = welcome(served, { mock: 4010, docs: 4011 });
  expect(text).toContain("Port 4010 is in use: the mock took 4012.");
  expect(text).not.toContain("4011 is in use");
});

it("says nothing of ports when any free one was asked for", () => {
  expect(welcome(served, { mock: 0, docs: 0 })).not.toContain("in use");
});

it("lists human_id, id, title and status of the created run", () => {
  expect(welcome(served, { mock: 4012, docs: 4011 })).toContain(`
  human_id   DEMO-R-1
  id         7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
  title      Regression suite
  status     ACTIVE
`);
});
