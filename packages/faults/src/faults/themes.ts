import type { Theme } from "../fault.ts";
import { aborts } from "./aborts.ts";
import { connectionsLost } from "./connections-lost.ts";
import { connectionsNeverMade } from "./connections-never-made.ts";
import { connectionsReused } from "./connections-reused.ts";
import { documentedAnswers } from "./documented-answers.ts";
import { rateLimits } from "./rate-limits.ts";
import { reads } from "./reads.ts";
import { followedRedirects } from "./redirects-followed.ts";
import { refusedRedirects } from "./redirects-refused.ts";
import { unclearRedirects } from "./redirects-unclear.ts";
import { refusals } from "./refusals.ts";
import { serverFailures } from "./server-failures.ts";
import { time } from "./time.ts";
import { unusableSuccesses } from "./unusable-successes.ts";

/** Every fault, in the order of the matrix. */
export const THEMES: readonly Theme[] = [
  documentedAnswers,
  followedRedirects,
  refusedRedirects,
  unclearRedirects,
  refusals,
  serverFailures,
  rateLimits,
  unusableSuccesses,
  connectionsNeverMade,
  connectionsLost,
  connectionsReused,
  time,
  aborts,
  reads,
];
