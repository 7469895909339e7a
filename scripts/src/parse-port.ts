import { UsageError } from "./usage-error.ts";

/** Reads the value of a port option: a whole number from 0 (any free port) to 65535. */
export function parsePort(option: string, value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new UsageError(
    `${option} is ${JSON.stringify(value)}. Allowed: a whole number from 0 (any free port) to 65535.`,
  );
}
