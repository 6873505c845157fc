/** Chromium refuses to load an extension whose managed schema it does not like. */
import { expect, test } from 'vitest';
import { chromeManagedSchema } from '../../settings/chrome-schema.ts';
import { MANAGED_KEYS } from '../../settings/managed-keys.ts';

type Node = ReturnType<typeof chromeManagedSchema>;

function everyNode(node: Node): Node[] {
  return [
    node,
    ...[node.items, ...Object.values(node.properties ?? {})].flatMap((inner) => (inner ? everyNode(inner) : [])),
  ];
}

test('every key is there, each node has one type and nothing that Chromium does not know', () => {
  const schema = chromeManagedSchema();
  expect(schema.type).toBe('object');
  expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(MANAGED_KEYS));
  for (const node of everyNode(schema)) {
    expect(['object', 'array', 'string', 'boolean', 'integer', 'number']).toContain(node.type);
    expect(['type', 'description', 'items', 'properties']).toEqual(expect.arrayContaining(Object.keys(node)));
  }
});
