declare module "parse-prefer-header" {
  /** Preferences by name in camelCase; a preference without a value is `true`. */
  export default function parsePreferHeader(header: string): Record<string, string | true>;
}
