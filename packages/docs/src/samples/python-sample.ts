import { Code, literal, python } from "./literal.ts";
import { authorized, type SampleRequest } from "./sample-request.ts";

export function pythonSample(request: SampleRequest): string {
  const { method, url, body, parts } = request;
  const files = (parts ?? []).map(({ name, file, text }) => {
    return [name, new Code(file === undefined ? `(None, ${JSON.stringify(text)})` : `open("${file}", "rb")`)];
  });
  const options = {
    headers: authorized(request),
    ...(parts && { files: Object.fromEntries(files) }),
    ...(body !== undefined && { json: body }),
  };
  const lines = Object.entries(options).map(([name, value]) => `    ${name}=${literal(value, python, "    ")},\n`);
  return `import requests

response = requests.${method.toLowerCase()}(
    ${JSON.stringify(url)},
${lines.join("")})
response.raise_for_status()
print(response.text)
`;
}
