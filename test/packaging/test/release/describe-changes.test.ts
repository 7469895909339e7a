import { expect, it } from "vitest";
import { describeChanges } from "../../src/release/describe-changes.ts";

it("lists breaking changes first, each at its operation, and counts those of texts", () => {
  const list = describeChanges([
    { path: "#/info", property: "description", kind: "modified", impact: "patch", verdicts: [] },
    { path: "#/paths/~1bikes~1{bike_id}/get/parameters", kind: "added", impact: "minor", verdicts: [] },
    {
      path: "#/paths/~1racks",
      kind: "removed",
      impact: "major",
      verdicts: [{ message: "Path `/racks` was removed." }],
    },
  ]);

  expect(list).toBe(`- **breaking** \`/racks\`: Path \`/racks\` was removed.
- **new** \`GET /bikes/{bike_id}\`: \`parameters\` added
- **text** changed in 1 place`);
});

it("lists nothing where nothing changed", () => {
  expect(describeChanges([])).toBe("");
});
