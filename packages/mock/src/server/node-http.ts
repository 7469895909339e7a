/**
 * Loads Node's HTTP module without an `import`, which would read every export. One of them loads Node's WebSocket,
 * which takes longer than all of the mock's own modules.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");
