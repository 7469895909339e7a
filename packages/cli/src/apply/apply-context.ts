import type { PlanFile } from "../plan/plan-file.js";
import type { Clock } from "../service/clock.js";
import type { Service } from "../service/service.js";

/** The dependencies of functions that send requests to the service. */
export interface SendContext {
  readonly service: Service;
  readonly clock: Clock;
  /** Stops the work between two requests and during waits. */
  readonly signal?: AbortSignal | undefined;
  /** Called with progress messages for people. */
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** Everything needed to apply a plan. */
export interface ApplyContext extends SendContext {
  readonly planFile: PlanFile;
  /** Folders that attached files must be in. Never taken from the plan, which somebody else may have written. */
  readonly attachmentRoots: readonly string[];
}
