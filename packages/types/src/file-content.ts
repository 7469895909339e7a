interface BlobLike {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
}

/** The runtime's `Blob` where the project has types for it, from the `dom` library or `@types/node`. */
type RuntimeBlob = typeof globalThis extends { Blob: { prototype: infer Blob } } ? Blob : BlobLike;

/** The content of a file in a form: a `Blob`, which a `File` is too, or its text. */
export type FileContent = RuntimeBlob | string;
