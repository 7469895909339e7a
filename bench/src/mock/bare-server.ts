/** Shows the limit: Node's server, one compiled check, a fixed response. `node bare-server.ts <document> <port>`. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [path = "", port] = process.argv.slice(2);
const document = JSON.parse(await readFile(path, "utf8"));
const { requestBody, responses } = document.paths["/projects/{project_id}/test_runs"].post;
const ajv = addFormats.default(new Ajv2020({ strict: false, validateSchema: false })).addSchema(document, "spec");
const isValid = ajv.compile({ $ref: `spec${requestBody.content["application/json"].schema.$ref}` });
const response = JSON.stringify(responses["200"].content["application/json"].examples.created.value);
const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(response) };

const server = createServer((request, reply) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    const isAccepted = request.headers.authorization && isValid(JSON.parse(Buffer.concat(pieces).toString()));
    if (isAccepted) reply.writeHead(200, headers).end(response);
    else reply.writeHead(422).end();
  });
});
server.listen(Number(port), "127.0.0.1");
