import { constants, type ServerHttp2Stream } from "node:http2";
import type { Reply } from "../reply.ts";
import type { RenderedResponse } from "./render-response.ts";

/**
 * Sends the response on an HTTP/2 stream. A cut ends the connection (`resetting`), the stream (`closing`), the
 * connection after a notice that this was the last request (`half-closing`), or nothing.
 */
export function sendOverHttp2(stream: ServerHttp2Stream, { cut }: Reply, response: RenderedResponse): void {
  const { status, headers, content } = response;
  if (cut?.at !== "before the response") {
    stream.respond({ ":status": status, ...headers }, { endStream: content.length === 0 });
    if (!cut) stream.end(content);
    else if (cut.at === "inside the body") stream.write(content.subarray(0, content.length / 2));
  }
  const { session } = stream;
  if (cut?.by === "resetting") session?.destroy();
  if (cut?.by === "closing") stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  if (cut?.by === "half-closing") {
    session?.goaway(constants.NGHTTP2_NO_ERROR, stream.id);
    setImmediate(() => session?.destroy());
  }
}
