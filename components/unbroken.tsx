import type { ReactNode } from 'react';
import './unbroken.css';

/** A number with its unit, and the signs that cling to it. */
const QUANTITY =
  /([(−]?\d(?:[\d.,]*\d)?(?:[ \u00A0]to[ \u00A0]\d(?:[\d.,]*\d)?)?[ \u00A0](?:mg\/m²|mg\/mL|mg\/dL|mL\/min|mg|mL|g|kg|cm|m²|%|days?|hours?|weeks?)(?![\p{L}\d/])[),.;:]*)/u;

/** Text for the screen: a number is never parted from its unit, nor the unit at its slash, as long as a line can hold both (I8). */
export function unbroken(text: string): ReactNode {
  const parts = text.split(QUANTITY);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="quantity">
        {part}
      </span>
    ),
  );
}
