import type { Fault, Runtime, Theme } from "../fault.ts";
import { aborts } from "./connections/aborts.ts";
import { http2 } from "./connections/http2.ts";
import { connectionsLost } from "./connections/lost.ts";
import { connectionsNeverMade } from "./connections/never-made.ts";
import { connectionsReused } from "./connections/reused.ts";
import { time } from "./connections/time.ts";
import { bodySentAgain } from "./kinds/body-sent-again.ts";
import { noContent } from "./kinds/no-content.ts";
import { sentAgain } from "./kinds/sent-again.ts";
import { followedRedirects } from "./redirects/followed.ts";
import { rejectedRedirects } from "./redirects/rejected.ts";
import { unclearRedirects } from "./redirects/unclear.ts";
import { rateLimits } from "./responses/rate-limits.ts";
import { reads } from "./responses/reads.ts";
import { rejections } from "./responses/rejections.ts";
import { serverFailures } from "./responses/server-failures.ts";
import { successes } from "./responses/successes.ts";
import { unusableSuccesses } from "./responses/unusable-successes.ts";

/** Every fault, in the order of the matrix. */
export const themes: readonly Theme[] = [
  successes,
  followedRedirects,
  rejectedRedirects,
  unclearRedirects,
  rejections,
  serverFailures,
  rateLimits,
  unusableSuccesses,
  connectionsNeverMade,
  connectionsLost,
  time,
  aborts,
  reads,
  sentAgain,
  bodySentAgain,
  noContent,
  connectionsReused,
  http2,
];

/** Returns the faults that can be played in a runtime. */
export function faultsIn(runtime: Runtime): Fault[] {
  return themes.flatMap(({ faults }) => faults).filter(({ notIn }) => !notIn?.includes(runtime));
}
