/** Boxes on the screen, what clips them away, and the colours they are painted in. */

/** Smallest width or height, in CSS pixels, at which text can be seen at all. */
const SMALLEST = 3;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What two boxes have in common; with a negative size where that is nothing. */
export const meet = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
export const tooSmall = (box: Box): boolean => box.right - box.left < SMALLEST || box.bottom - box.top < SMALLEST;

/** Whether CSS clipping leaves nothing: `clip: rect(1px,1px,1px,1px)`, `inset(50%)`, `circle(0)`, a polygon without area. */
export function clippedAway(clip: string, clipPath: string): boolean {
  if (clip === 'auto' && clipPath === 'none') return false;
  const rect = /^rect\(([^)]*)\)/.exec(clip)?.[1];
  if (rect) {
    const [top = 0, right = 0, bottom = 0, left = 0] = rect.split(/[\s,]+/).map((part) => Number.parseFloat(part));
    if (bottom - top < SMALLEST || right - left < SMALLEST) return true;
  }
  const inset = /^inset\(([^)]*)\)/.exec(clipPath)?.[1];
  if (inset) {
    const sides = (inset.split('round')[0] ?? '').trim().split(/\s+/);
    const part = (index: number) => (sides[index]?.endsWith('%') ? Number.parseFloat(sides[index]) : 0);
    const top = part(0);
    const right = sides.length > 1 ? part(1) : top;
    const bottom = sides.length > 2 ? part(2) : top;
    const left = sides.length > 3 ? part(3) : right;
    if (top + bottom >= 98 || left + right >= 98) return true;
  }
  if (/^(?:circle|ellipse)\(0(?:px|%)?[\s)]/.test(clipPath)) return true;
  const polygon = /^polygon\(([^)]*)\)/.exec(clipPath)?.[1];
  return polygon !== undefined && new Set(polygon.replace(/^\w+,\s*/, '').split(/\s*,\s*/)).size < 3;
}

export interface Paint {
  /** colour components and alpha, 0-255 and 0-1 */
  rgb: string;
  alpha: number;
}

/** A computed colour. */
export function paintOf(color: string): Paint {
  const parts = /^rgba?\(([^)]*)\)/.exec(color)?.[1]?.split(/[\s,/]+/) ?? [];
  return { rgb: parts.slice(0, 3).join(','), alpha: parts.length > 3 ? Number.parseFloat(parts[3] ?? '1') : 1 };
}
