import { isHeaderSafe } from "./check-options.js";
import { withDeadline } from "./deadline.js";
import { InputError } from "./errors/input-error.js";
import type { Sending } from "./sending.js";
import type { Settings } from "./settings.js";

/** Puts the API key into the headers, unless the caller put another credential there. */
export async function authorize(sending: Sending, { apiKey }: Settings): Promise<void> {
  let key: unknown = apiKey;
  if (typeof apiKey === "function") {
    try {
      key = await withDeadline(sending.timeout, sending.signal, async () => apiKey());
    } catch (cause) {
      sending.signal?.throwIfAborted();
      throw new InputError("the apiKey function failed", { ...sending, cause });
    }
    if (!isHeaderSafe(key)) throw new InputError("the apiKey function returned no usable key", sending);
  }
  sending.headers.set("authorization", `Bearer ${key}`);
}
