import { type Effect, effects } from "./effect-of.ts";
import { maxCreates } from "./guarded-fetch.ts";
import { type LiveSettings, permissionVariables } from "./live-settings.ts";

const meanings: Record<Effect, string> = {
  read: "reads, in this project and of the whole organisation",
  create: `creates, each titled "Contract test <time> #<number>", with at most ${maxCreates} requests a test file`,
  change: "changes and deletes, only what this run created itself; it deletes that again at the end",
};

/** Returns text that says what a live run is going to do, and what it is not allowed to do. */
export function announcement({ baseUrl, projectId }: LiveSettings, permissions: ReadonlySet<Effect>): string {
  const lines = effects.map((effect) => {
    const isAllowed = permissions.has(effect);
    return `  ${isAllowed ? "yes" : "no "}  ${meanings[effect]}${isAllowed ? "" : ` (${permissionVariables[effect]}=yes allows it)`}`;
  });
  const stays =
    permissions.has("create") && !permissions.has("change")
      ? "\nWhat it creates stays until you delete it in the app.\n"
      : "";
  return `Contract tests against ${baseUrl}, project ${projectId}, at most 6 requests a second:

${lines.join("\n")}
${stays}`;
}
