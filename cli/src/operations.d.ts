/** What help says of the spec, which `scripts/operations-plugin.ts` reads when the command is built. */
declare module "virtual:operations" {
  export interface OperationHelp {
    readonly summary: string;
    readonly isDelete: boolean;
    /** The properties of the input: name, values in words, and whether the operation needs it. */
    readonly properties: readonly (readonly [name: string, values: string, isRequired: boolean])[];
  }
  /** The first server of the spec. */
  export const defaultBaseUrl: string;
  export const operations: Readonly<Record<string, OperationHelp | undefined>>;
}
