/** What is kept for a key, and made where there is nothing yet: `Map.getOrInsertComputed`, which older browsers lack. */
export function once<Key, Value extends NonNullable<unknown> | null>(
  kept: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
