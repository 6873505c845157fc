/** `178 cm / 91.5 kg / 2.13 m²` in a banner: amounts without labels that can be nothing but height, weight and area. */
import type { CollectedField } from '../collect/collected-field.ts';
import { type Measured, readMeasured } from './observations.ts';

/** Unit, what it measures in a banner, and the values that an adult's banner can show. */
const BARE = [
  { unit: 'cm', measure: 'height', least: 120, most: 230 },
  { unit: 'kg', measure: 'weight', least: 30, most: 300 },
  { unit: 'm2', measure: 'bsa', least: 1, most: 3.5 },
] as const;
const AMOUNT = /^(?:(?:bsa|kof|sc|asc|kof:|bsa:) )?(\d{1,3}(?:[.,]\d{1,2})?) ?(cm|kg|m[2²])$/i;

/** The body measures that stand in a banner as nothing but a figure and a unit; none of a kind that stands there twice. */
export function bareMeasures(banner: readonly CollectedField[]): Measured[] {
  const found = banner.flatMap((field) =>
    field.struck || field.control || field.isLabel
      ? []
      : piecesOf(field).flatMap((text) => {
          const amount = AMOUNT.exec(text);
          const unit = amount?.[2]?.toLowerCase().replace('²', '2');
          const kind = BARE.find((one) => one.unit === unit);
          const value = Number(amount?.[1]?.replace(',', '.'));
          if (!kind || !(value >= kind.least && value <= kind.most)) return [];
          return [
            readMeasured(kind.measure, `${value} ${kind.unit}`, {
              label: text,
              locator: field.locator,
              date: null,
            }),
          ];
        }),
  );
  return found.filter((one) => found.every((other) => other.measure !== one.measure || other.value === one.value));
}

/** A line at its separators and at its inline elements. */
function piecesOf({ text, seams }: CollectedField): string[] {
  const marks = [0, ...seams, text.length].sort((a, b) => a - b);
  const whole = text.split(/\s*[/|·•,;]\s+|\s+[/|·•;]\s*/);
  const atSeams = marks.slice(1).map((end, index) => text.slice(marks[index], end));
  return [...new Set([...whole, ...atSeams].map((piece) => piece.replace(/^[\s,;|/·•(]+|[\s,;|/·•)]+$/g, '')))];
}
