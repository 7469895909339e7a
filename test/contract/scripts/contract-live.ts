/** `pnpm contract:live`: holds a live service against the spec. */
import { createCommand } from "@testsigma-tms/scripts/create-command";

const command = createCommand(
  "-C test/contract contract:live",
  "Send GET requests to a live service and report every deviation from the spec. Says first what it is going to do.",
).addHelpText(
  "after",
  `
Environment:
  TESTSIGMA_API_KEY        an API key
  TESTSIGMA_BASE_URL       the base URL, such as https://arcus.testsigma.com/api/v1
  TESTSIGMA_PROJECT_ID     the UUID of the project to read
  TESTSIGMA_ALLOW_CREATE   "yes": also creates one test run, which you close or delete in the app

Exit codes: 0 no deviation, 1 deviations or failed requests, 2 nothing was sent.`,
);

await command
  .action(async () => {
    // Imported late: it needs the build, and help does not.
    const { announce, readLiveSettings, runLive } = await import("../src/live.ts");
    try {
      const settings = readLiveSettings(process.env);
      console.log(announce(settings));
      const problems = await runLive(settings, console.log);
      console.log(problems === 0 ? "Everything is as the spec says." : `${problems} problems.`);
      process.exitCode = problems === 0 ? 0 : 1;
    } catch (error) {
      command.error(`${(error as Error).message}\nNothing was sent.`, { exitCode: 2 });
    }
  })
  .parseAsync();
