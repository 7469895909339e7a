import type { PlanFile } from "../plan/plan-file.js";
import type { Clock } from "../service/clock.js";
import type { Service } from "../service/service.js";

/** What sending needs. */
export interface SendContext {
  readonly service: Service;
  readonly clock: Clock;
  /** Stops between two requests, and while waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Called with what is going on, for people. */
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** What applying a plan needs. */
export interface ApplyContext extends SendContext {
  readonly planFile: PlanFile;
  /** Folders that files to attach must be in. Never from the plan, which others may have written. */
  readonly attachmentRoots: readonly string[];
}
