/** Shows the limit: Node's server, one compiled check, a fixed response. `node bare-server.ts <document> <port>`. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [path = "", port] = process.argv.slice(2);
const document = JSON.parse(await readFile(path, "utf8"));
const { get, post } = document.paths["/projects/{project_id}/test_runs"];
const ajv = addFormats.default(new Ajv2020({ strict: false, validateSchema: false })).addSchema(document, "spec");
const isValid = ajv.compile({ $ref: `spec${post.requestBody.content["application/json"].schema.$ref}` });
const textOf = ({ responses }: { responses: Record<string, { content: Record<string, { examples: object }> }> }) =>
  JSON.stringify(Object.values(responses["200"]?.content["application/json"]?.examples ?? {})[0].value);
const [created, listed] = [textOf(post), textOf(get)];
const headers = { "content-type": "application/json" };

const server = createServer((request, reply) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    if (request.method === "GET") return reply.writeHead(200, headers).end(listed);
    const isAccepted = request.headers.authorization && isValid(JSON.parse(Buffer.concat(pieces).toString()));
    if (isAccepted) reply.writeHead(200, headers).end(created);
    else reply.writeHead(422).end();
  });
});
server.listen(Number(port), "127.0.0.1");
