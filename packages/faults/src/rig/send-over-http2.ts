import { constants, type ServerHttp2Stream } from "node:http2";
import type { Reply } from "../reply.ts";
import type { RenderedResponse } from "./render-response.ts";

/**
 * Sends the response in a stream of HTTP/2. A cut ends the connection (`resetting`), the stream (`closing`) or nothing; there
 * are no bytes between headers and body to cut at.
 */
export function sendOverHttp2(stream: ServerHttp2Stream, { cut }: Reply, response: RenderedResponse): void {
  const { status, headers, content } = response;
  if (cut?.at !== "before the response") {
    stream.respond({ ":status": status, ...headers }, { endStream: content.length === 0 });
    if (!cut) stream.end(content);
    else if (cut.at === "inside the body") stream.write(content.subarray(0, content.length / 2));
  }
  if (cut?.by === "resetting") stream.session?.socket.destroy();
  if (cut?.by === "closing") stream.close(constants.NGHTTP2_INTERNAL_ERROR);
}
