/** An operation of the API as `testsigma-tms api` offers it. */
export interface ApiOperation {
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  /** It deletes something, so it needs `--yes`. */
  readonly isDelete: boolean;
  /** It lists in pages, so it takes `--all`. */
  readonly isPaged: boolean;
  readonly properties: readonly ApiProperty[];
}

/** A property of an operation's input. */
export interface ApiProperty {
  readonly name: string;
  /** How its value is written: as it is, as JSON, or as the path of a file. */
  readonly kind: "text" | "json" | "file";
  readonly isRequired: boolean;
  readonly description: string;
  /** Whether it is sent as a header of its name. */
  readonly isHeader?: boolean;
}
