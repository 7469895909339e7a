function isNamed({ hostname }: URL): boolean {
  return hostname !== "localhost" && hostname !== "127.0.0.1" && !hostname.endsWith(".invalid");
}

/**
 * A `fetch` in which every named host is the rig: the request goes to loopback and says for whom it was meant. So hosts
 * such as `arcus.testsigma.com` can be distinguished without leaving the machine. `.invalid` names stay as they are.
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
