/**
 * Numbers in clinical text, in one place: leading zero, no trailing zero, a no-break space before the unit,
 * commas from 1,000 on (Joint Commission, ISMP and NHS CUI conventions).
 */
export const NO_BREAK_SPACE = '\u00A0';

/** At most `decimals` decimals; '1', '0.7', '2,400'. Negative numbers take a true minus sign. */
export function numberText(value: number, decimals = 2): string {
  const factor = 10 ** decimals;
  const rounded = Math.round(Math.abs(value) * factor) / factor;
  const text = rounded < 1000 ? String(rounded) : grouped(rounded);
  return value < 0 && rounded !== 0 ? `−${text}` : text;
}

function grouped(value: number): string {
  const [whole = '0', fraction] = String(value).split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

/** Number and unit, never separated by a line break: '1.3 mg/m²'. */
export function quantity(value: number, unit: string, decimals = 2): string {
  return `${numberText(value, decimals)}${NO_BREAK_SPACE}${unit}`;
}

export const perBsaText = (dosePerBsa: number) => quantity(dosePerBsa, 'mg/m²');
export const mgText = (mg: number) => quantity(mg, 'mg');
export const mlText = (ml: number) => quantity(ml, 'mL');
export const percentText = (percent: number) => quantity(Math.abs(percent), '%', 1);

const FREQUENCY_TEXT = {
  'twice-weekly': 'twice weekly',
  weekly: 'once weekly',
  'every-2-weeks': 'every 2 weeks',
} as const;
export const frequencyText = (frequency: keyof typeof FREQUENCY_TEXT): string => FREQUENCY_TEXT[frequency];

const ROUTE_TEXT = {
  IV: 'intravenous',
  SC: 'subcutaneous',
  either: 'intravenous or subcutaneous',
  other: 'another route',
  intrathecal: 'intrathecal',
} as const;
export const routeText = (route: keyof typeof ROUTE_TEXT): string => ROUTE_TEXT[route];

/** 'a', 'a and b', 'a, b and c' */
export function listText(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

export const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
