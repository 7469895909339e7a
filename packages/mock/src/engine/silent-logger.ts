import type { createInstance } from "@stoplight/prism-http";

type Logger = Parameters<typeof createInstance>[1]["logger"];

const nothing = () => {};

/** What Prism's engine logs says less than the answer itself, and it repeats headers, so the API key too. */
const logger = Object.fromEntries(
  ["trace", "debug", "info", "success", "warn", "error", "fatal", "silent"].map((level) => [level, nothing]),
);
logger.child = () => logger as never;

export const silentLogger = logger as unknown as Logger;
