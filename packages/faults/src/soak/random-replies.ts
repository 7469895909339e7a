import { type Cut, jsonReply, type Reply, rateLimited, redirect, success } from "../reply.ts";

type Random = () => number;

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

const hosts = ["arcus.testsigma.com", "arcus-eu.testsigma.com", "evil.example", "testsigma.com.evil.example"];

function randomRedirect(random: Random): Reply {
  return {
    ...redirect(pick(random, [301, 302, 303, 307, 308]), `https://${pick(random, hosts)}{path}`),
    executes: false,
  };
}

function randomStatus(random: Random): Reply {
  return {
    ...jsonReply(pick(random, [400, 401, 404, 409, 422, 500, 502, 503, 504]), { message: "no" }),
  };
}

/** No client may treat these as a rejection: the run may exist whatever the status is. */
function randomFailure(random: Random): Reply {
  return {
    ...jsonReply(pick(random, [500, 502, 503, 504]), { message: "down" }),
    executes: random() < 0.5,
  };
}

/** Somewhere in the response, at any byte. A stalled one costs the whole timeout, so there are few. */
function randomCut(random: Random): Reply {
  const by: Cut["by"] = random() < 0.05 ? "stalling" : pick(random, ["resetting", "closing", "half-closing"]);
  const framing = pick(random, ["content-length", "chunked"] as const);
  return { ...success({ framing, cut: { at: random() * 0.999, by } }) };
}

function randomBody(random: Random): Reply {
  return success({ body: { text: pick(random, ["", "{}", "<html></html>", "null", '{"message":"","data":']) } });
}

function randomWait(random: Random): Reply {
  return rateLimited(random() < 0.5 ? { "retry-after": pick(random, ["0", "1", "3600", "soon"]) } : {});
}

const kinds = [randomRedirect, randomStatus, randomFailure, randomCut, randomBody, randomWait];

/** Up to four faults in a row; a client that gets past them creates the run. */
export function randomReplies(random: Random): Reply[] {
  return Array.from({ length: Math.floor(random() * 5) }, () => pick(random, kinds)(random));
}
