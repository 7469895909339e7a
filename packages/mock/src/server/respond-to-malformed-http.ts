import type { Duplex } from "node:stream";
import { STATUS_CODES } from "./node-http.js";

/** Responds to malformed HTTP in the shape of the mock's other rejections. */
export function respondToMalformedHttp({ code: reason }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || reason === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const code = statuses[reason ?? ""] ?? 400;
  const body = JSON.stringify({ code, message: `The request cannot be read as HTTP (${reason}).` });
  const head = [
    `HTTP/1.1 ${code} ${STATUS_CODES[code]}`,
    "Connection: close",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
