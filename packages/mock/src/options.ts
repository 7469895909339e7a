import type { SpecSource } from "./load-document.js";
import type { ScenarioSequences } from "./scenario-types.js";

interface CommonOptions {
  /** Answers with generated data instead of the document's examples. @default false */
  dynamic?: boolean;
  /** Makes generated data repeatable: the same seed gives the same answer. */
  seed?: string;
  /** Status of the answer to a request that breaks the document: 422 as documented, or 400 as observed on the live service. @default 422 */
  invalidRequestStatus?: 400 | 422;
  /** The largest request body that is accepted, in bytes. @default 1048576 (1 MiB) */
  bodyLimit?: number;
}

/** Options of {@link createMockFetch} and {@link startMock}. */
export type MockOptions = CommonOptions &
  (
    | { spec?: undefined /** What to answer to an operation's next requests. */; scenarios?: ScenarioSequences }
    | {
        /** Another OpenAPI document: a path, a `file:` URL, or the parsed document. @default the description of this API */
        spec: SpecSource;
        scenarios?: Readonly<Record<string, readonly string[]>>;
      }
  );

/** Options of {@link startMock}. */
export type ServerOptions = MockOptions & {
  /** Port to listen on; 0 takes a free one. @default 0 */
  port?: number;
  /** Address to listen on. @default "127.0.0.1" (only this machine) */
  host?: string;
};
