/**
 * The schema that Chromium wants beside the manifest (storage.managed_schema), generated from ours. Only types are
 * given: Chromium silently drops what breaks its schema, and a value that is dropped there cannot be named here.
 * Chromium's dialect: every node has exactly one type, no union, no additionalProperties at the top.
 */
import * as z from 'zod/mini';
import { KEY_WORDS, MANAGED_KEYS, type ManagedKey } from './managed-keys.ts';

interface Node {
  type: string;
  description?: string;
  items?: Node;
  properties?: Record<string, Node>;
}

/** The whole schema, as the content of the file that the manifest names. */
export function chromeManagedSchema(): Node {
  const keys = Object.keys(MANAGED_KEYS) as ManagedKey[];
  return {
    type: 'object',
    properties: Object.fromEntries(
      keys.map((key) => {
        const schema = z.toJSONSchema(MANAGED_KEYS[key], { io: 'input' });
        return [key, { ...typesOnly(schema), description: KEY_WORDS[key] }];
      }),
    ),
  };
}

function typesOnly(schema: z.core.JSONSchema.BaseSchema): Node {
  // of several ways to write a value, the first is text, which every management tool can carry
  const [first] = schema.anyOf ?? [];
  if (typeof first === 'object') return typesOnly(first);
  if (typeof schema.type !== 'string') throw new Error('a managed setting needs one type');
  const { items, properties } = schema;
  return {
    type: schema.type,
    ...(typeof items === 'object' && !Array.isArray(items) ? { items: typesOnly(items) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).flatMap(([name, node]) =>
              typeof node === 'object' ? [[name, typesOnly(node)]] : [],
            ),
          ),
        }
      : {}),
  };
}
