import type { LiveSettings } from "./live-settings.ts";

/** What the suite does to a live service. A test holds it against the suite. */
export const livePlan = {
  calls: 8,
  testRuns: 2,
  /** What the service should refuse; where it accepts one, that creates another test run. */
  refused: [
    "no API key",
    "a wrong API key",
    "an unknown project",
    "an empty title",
    "a text for a date",
    "a title that is in use",
  ],
};

/** Says what a live run is going to do. */
export const announcement = ({ baseUrl, projectId }: LiveSettings) => `Contract tests against ${baseUrl}

They make ${livePlan.calls} calls, at most 6 a second, and create in project ${projectId}:
  - ${livePlan.testRuns} test runs of every test case, titled "Contract test <time> #<number>"
  - another one for each call that the service accepts although it should refuse it:
    ${livePlan.refused.join(", ")}
No operation that deletes a test run is described, so they stay until you delete them in the app.
`;
