/** An operation of the API as `testsigma-tms api` offers it. */
export interface ApiOperation {
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  /** True if it deletes something, so that it needs `--yes`. */
  readonly isDelete: boolean;
  /** True if it lists items in pages, so that it accepts `--all`. */
  readonly isPaged: boolean;
  readonly properties: readonly ApiProperty[];
}

/** A property of an operation's input. */
export interface ApiProperty {
  readonly name: string;
  /** The form in which its value is given: as plain text, as JSON, or as the path of a file. */
  readonly kind: "text" | "json" | "file";
  readonly isRequired: boolean;
  readonly description: string;
  /** True if it is sent as a header with this name. */
  readonly isHeader?: boolean;
}
