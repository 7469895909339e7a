import { expect, it } from "vitest";
import { folderWithReport } from "../command/run-testsigma.ts";
import { runsOf, serveMock } from "./mock-server.ts";
import { testsigma } from "./process.ts";

it("shares one run among ten shards that race, together beyond the limit of requests", async () => {
  const server = await serveMock({ rateLimit: 10 });
  const shards = await Promise.all(
    Array.from({ length: 10 }, async (_, shard) => {
      const cwd = await folderWithReport(`DEMO-${1 + (shard % 5)} works`);
      return testsigma(["report", "junit.xml", "--cases", "all"], cwd, server);
    }),
  );
  expect(shards.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
  expect(new Set(shards.map(({ out }) => out)).size).toBe(1);
  const [run, ...others] = await runsOf(server, "Nightly #1");
  expect(others).toEqual([]);
  expect(run?.status).toBe("CLOSED");
  expect(new Set(Object.values(run?.results ?? {}))).toEqual(new Set(["Passed"]));
});
