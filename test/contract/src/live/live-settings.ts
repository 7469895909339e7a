import { type Effect, effects } from "./effect-of.ts";

/** The service and project of a live run, and the API key for them. */
export interface LiveSettings {
  apiKey: string;
  baseUrl: string;
  projectId: string;
}

/** The variable that allows each effect on a live service. */
export const permissionVariables: Record<Effect, string> = {
  read: "TESTSIGMA_ALLOW_READS",
  create: "TESTSIGMA_ALLOW_CREATES",
  change: "TESTSIGMA_ALLOW_CHANGES",
};

/** Reads which effects a live service may get. None by default: each effect needs `yes` in its own variable. */
export function readPermissions(env: NodeJS.ProcessEnv): Set<Effect> {
  return new Set(effects.filter((effect) => env[permissionVariables[effect]] === "yes"));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the variables of a live run. Throws an error that lists everything wrong with them, without the key. */
export function readLiveSettings(env: NodeJS.ProcessEnv): LiveSettings {
  const { TESTSIGMA_API_KEY: apiKey = "", TESTSIGMA_BASE_URL = "", TESTSIGMA_PROJECT_ID: projectId = "" } = env;
  const faults = [
    !apiKey && "TESTSIGMA_API_KEY is not set. It takes an API key.",
    !isUsable(TESTSIGMA_BASE_URL) &&
      `TESTSIGMA_BASE_URL is ${shown(TESTSIGMA_BASE_URL)}. It takes an https: URL, such as https://arcus.testsigma.com/api/v1, or http: on 127.0.0.1.`,
    !uuid.test(projectId) && `TESTSIGMA_PROJECT_ID is ${shown(projectId)}. It takes the UUID of a project.`,
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return { apiKey, baseUrl: TESTSIGMA_BASE_URL.replace(/\/+$/, ""), projectId };
}

const shown = (value: string) => (value ? JSON.stringify(value) : "not set");

function isUsable(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const { protocol, hostname, username } = new URL(baseUrl);
  return !username && (protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1"));
}
