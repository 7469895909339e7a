/** Calls a hook of the caller's. That it fails, be it later, must not fail the call. */
export async function notify<Notice>(hook: ((notice: Notice) => unknown) | undefined, notice: Notice): Promise<void> {
  try {
    await hook?.(notice);
  } catch {}
}
