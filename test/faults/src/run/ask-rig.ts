import type { Script } from "../rig/ledger.ts";

/** Sends a request to the rig's control endpoint. */
export async function ask<T>(control: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${control}/${path}`, body ? { method: "POST", body: JSON.stringify(body) } : {});
  return (await response.json()) as T;
}

/** Gives the rig the script of one run; resolves to the run's id. */
export async function scriptRun(control: string, script: Script): Promise<string> {
  return (await ask<{ id: string }>(control, "runs", script)).id;
}
