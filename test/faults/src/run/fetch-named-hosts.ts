function isNamed({ hostname }: URL): boolean {
  return hostname !== "localhost" && hostname !== "127.0.0.1" && !hostname.endsWith(".invalid");
}

/**
 * Creates a `fetch` that sends the requests for every named host to the rig: the request goes to loopback and carries
 * the original host. So hosts such as `arcus.testsigma.com` can be distinguished without leaving the machine.
 * `.invalid` names are not mapped.
 */
export function fetchNamedHostsFrom(rig: string) {
  return (url: string, init: RequestInit): Promise<Response> => {
    const target = new URL(url);
    if (!isNamed(target)) return globalThis.fetch(url, init);
    const headers = new Headers(init.headers);
    headers.set("x-rig-origin", target.origin);
    return globalThis.fetch(`${rig}${target.pathname}${target.search}`, { ...init, headers });
  };
}
