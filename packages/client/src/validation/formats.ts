const matches = (pattern: RegExp) => (value: unknown) => typeof value !== "string" || pattern.test(value);

/**
 * The formats that are checked, with quick patterns like those of the `fast` mode of ajv-formats. Any other format is
 * valid.
 */
export const formats: Readonly<Record<string, (value: unknown) => boolean>> = {
  uuid: matches(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i),
  date: matches(/^\d{4}-[01]\d-[0-3]\d$/),
  "date-time": matches(/^\d{4}-[01]\d-[0-3]\dt([0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(\.\d+)?(z|[+-]\d\d(:?\d\d)?)$/i),
  uri: matches(/^[a-z][a-z0-9+\-.]*:\S*$/i),
  email: matches(
    /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i,
  ),
  int32: (value) => typeof value !== "number" || (value | 0) === value,
};
