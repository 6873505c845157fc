/** The part of crx3 (which has no types) that is used: a file stream that signs the ZIP that is written to it. */
declare module 'crx3/lib/crx3stream.js' {
  import type { Writable } from 'node:stream';

  export default function createCRX3Stream(file: string, options: { keyPath: string }): Writable;
}
