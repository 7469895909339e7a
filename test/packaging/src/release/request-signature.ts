import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Run } from "../run.ts";
import { publish, publishJob, sourceRepository } from "./publish.ts";

/** What npm requested while it published with provenance, and how that ended. */
export interface SignatureRequest extends Run {
  /** For whom GitHub was asked to say who runs the workflow. */
  audiences: string[];
  /** The hosts that npm tried to reach through the proxy. */
  hosts: string[];
}

/**
 * Publishes the tarballs of a folder as GitHub's runner does, up to the signature: GitHub's tokens are invented, the registry
 * has nothing, and the proxy to all other hosts lets nothing through.
 *
 * @param permissions replace those of the job
 */
export async function requestSignature(
  folder: string,
  permissions: Record<string, string> = publishJob.permissions,
): Promise<SignatureRequest> {
  const name = await sourceRepository();
  const claims = { iss: "https://token.actions.githubusercontent.com", sub: `repo:${name}:environment:npm` };
  const token = [{ alg: "RS256" }, claims, {}].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const [audiences, hosts]: [string[], string[]] = [[], []];
  await using server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    if (pathname === "/token") audiences.push(searchParams.get("audience") ?? "");
    response.writeHead(pathname === "/token" ? 200 : 404).end(JSON.stringify({ value: token.join(".") }));
  }).on("connect", (request, socket) => {
    hosts.push(request.url ?? "");
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const result = await publish(folder, {
    npm_config_registry: url,
    [`npm_config_//127.0.0.1:${port}/:_authToken`]: "any",
    HTTPS_PROXY: url,
    NO_PROXY: "127.0.0.1",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKFLOW_REF: `${name}/.github/workflows/release.yml@refs/heads/main`,
    ...(permissions["id-token"] === "write" && {
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "any",
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?version=1`,
    }),
  });
  return { ...result, audiences, hosts };
}
