/**
 * Node's HTTP module, without an `import`: that reads every export, one of which loads Node's WebSocket, and this takes
 * longer than all of the mock's own modules.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");
