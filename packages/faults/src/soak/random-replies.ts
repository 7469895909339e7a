import { answer, type Cut, created, type Reply, rateLimited, redirect } from "../reply.ts";

type Random = () => number;

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const HOSTS = ["arcus.testsigma.com", "arcus-eu.testsigma.com", "evil.example", "testsigma.com.evil.example"];

const randomRedirect = (random: Random): Reply => ({
  ...redirect(pick(random, [301, 302, 303, 307, 308]), `https://${pick(random, HOSTS)}{path}`),
  executes: false,
});

const randomStatus = (random: Random): Reply => ({
  ...answer(pick(random, [400, 401, 404, 409, 422, 500, 502, 503, 504]), { message: "no" }),
});

/** What no client may take for a refusal: the run may exist whatever the status of the answer is. */
const randomFailure = (random: Random): Reply => ({
  ...answer(pick(random, [500, 502, 503, 504]), { message: "down" }),
  executes: random() < 0.5,
});

/** Somewhere in the answer, at any byte. A stalled one costs the whole timeout, so there are few. */
const randomCut = (random: Random): Reply => {
  const by: Cut["by"] = random() < 0.05 ? "stalling" : pick(random, ["resetting", "closing", "half-closing"]);
  const framing = pick(random, ["content-length", "chunked"] as const);
  return { ...created({ framing, cut: { at: random() * 0.999, by } }) };
};

const randomBody = (random: Random): Reply =>
  created({ body: { text: pick(random, ["", "{}", "<html></html>", "null", '{"message":"","data":']) } });

const randomWait = (random: Random): Reply =>
  rateLimited(random() < 0.5 ? { "retry-after": pick(random, ["0", "1", "3600", "soon"]) } : {});

const KINDS = [randomRedirect, randomStatus, randomFailure, randomCut, randomBody, randomWait];

/** Up to four faults in a row; whoever gets past them creates the run. */
export const randomReplies = (random: Random): Reply[] =>
  Array.from({ length: Math.floor(random() * 5) }, () => pick(random, KINDS)(random));
