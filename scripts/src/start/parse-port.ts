import { InvalidArgumentError } from "commander";

/** Reads the value of a port option: a whole number from 0 (any free port) to 65535. */
export function parsePort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new InvalidArgumentError("Allowed: a whole number from 0 (any free port) to 65535.");
}
