/** The fields of one order with their roles: which label each value answers to. */
import type { CollectedField } from '../collect/collected-field.ts';
import { namesBortezomib, parseFrequency, parseRegimen, parseRoute } from '../parse/index.ts';
import { fold } from '../parse/tokens.ts';
import { labelWords } from '../words/label-words.ts';
import { type OrderRole, orderRoleOf } from './labels.ts';
import { statusOf } from './status.ts';

export interface Piece {
  /** 'text': no label; 'unknown': under a label that is in no list */
  role: OrderRole | 'unknown' | 'text';
  text: string;
  label: string | null;
  /** unit in the label, e.g. mg/m2 of 'Dose (mg/m2)' */
  hint: string;
  field: CollectedField;
}

const UNIT_ONLY =
  /^(?:mg|mg\s?\/\s?(?:m\s?\^?[2²]|sqm|mq|qm)|mg per m2|m[2²]|days?|tage|jours|giorni|d[ií]as|dagen|dage|weeks?)\.?$/i;
const NUMBER_ONLY = /^\d{1,4}(?:[.,·]\d+)?$/;
const PRODUCT_FORM =
  /\b(?:inject\w*|inyec\w*|iniez\w*|injek\w*|solution|powder|vial|polvo|poudre|pulver|polvere|flacon|frasco|fiala|soluci[oó]n|l[öo]sung|infusion|infusi[oó]n)\b/i;

/** Before a label: what is said is not what is in force now, or not known to be. */
const NOT_NOW =
  /(?:^|\b)(?:pre|prior|previous|former|last|old|original|initial|starting|first|max|maximum|full|usual|next|proposed|suggested|recommended|alternative|cumulative|anterior|previa|inicial|precedente|ancienne|vorherige|fruhere|letzte|iniziale|vorige|tidligere|prev|orig|init|cum|rec|min|vorh|urspr)(?:[.\s-]|$)/;

/** `mg/m2 (2.1 mg)`, `MG`: an amount or a unit, in front of a sign that is no label's. */
const isAmount = (text: string): boolean =>
  UNIT_ONLY.test(text) || /\d\s*(?:mg|mcg|g|ml|m2|m²|%)(?![\p{L}])|^(?:mg|mcg|ml|g)\b/iu.test(text);

/** Words that are themselves a value of an order and therefore never the label of what follows. */
const isWordValue = (text: string): boolean =>
  namesBortezomib(text) ||
  statusOf(text) !== null ||
  PRODUCT_FORM.test(text) ||
  parseRoute(text).value !== null ||
  parseFrequency(text).value !== null ||
  parseRegimen(text).value !== null;

/** 'CyBorD:' over what the protocol says is no order's. */
const namesRegimen = (text: string): boolean => parseRegimen(text).value !== null;

/** A few words without a figure that name something not known: what follows may answer to them. */
const couldBeLabel = (text: string): boolean =>
  text.length <= 50 && !/\d/.test(text.replace(/m2$/i, '')) && text.split(' ').length <= 5 && !isWordValue(text);

/** `Dose: 1.3 mg/m2 Route: SC` → its labelled parts; text before the first label keeps no label. */
function splitInline(field: CollectedField): { text: string; label: string | null }[] {
  const { text, seams } = field;
  const cuts: { start: number; end: number; label: string }[] = [];
  const colon = /(?:^|[\s;,|•·—–(])([\p{L}#%][\p{L}\p{N} .()/²#%-]{0,45}?)\s*[:=]\s*(?=\S|$)/gu;
  for (const match of text.matchAll(colon)) {
    const words = match[1] ?? '';
    const end = match.index + match[0].length;
    // the longest run of words before the colon that is a label; otherwise all of them, from the last separator on
    const parts = words.split(' ');
    let label = words;
    for (let index = 0; index < parts.length; index += 1) {
      const candidate = parts.slice(index).join(' ');
      if (orderRoleOf(candidate) !== 'unknown') {
        label = candidate;
        break;
      }
    }
    const start = match.index + match[0].indexOf(words) + words.length - label.length;
    const known = orderRoleOf(label) !== 'unknown';
    if (!known && (isAmount(label) || isWordValue(label) || match[0].includes('=')) && !namesRegimen(label)) continue;
    if (label.length <= 1 || /\d\s*$/.test(label)) continue;
    const earlier = known ? NOT_NOW.exec(fold(words.slice(0, words.length - label.length))) : null;
    if (earlier) {
      const from = earlier.index + earlier[0].search(/\S/);
      cuts.push({ start: start - (words.length - label.length) + from, end, label: words.slice(from) });
    } else cuts.push({ start, end, label });
  }
  // a bold or small label without a colon: an inline element whose whole text is a label
  const marks = [0, ...seams, text.length];
  for (let index = 0; index + 1 < marks.length; index += 1) {
    const [from = 0, to = 0] = [marks[index], marks[index + 1]];
    const words = text.slice(from, to).trim();
    if (
      words &&
      seams.length > 0 &&
      /\p{L}/u.test(words) &&
      !(/^sc$/i.test(words) && !/^\s*\d(?:[.,]\d+)?\s*m/.test(text.slice(to))) &&
      orderRoleOf(words) !== 'unknown' &&
      !cuts.some((cut) => cut.start < to && from < cut.end)
    )
      cuts.push({ start: from, end: to, label: words });
  }
  if (cuts.length === 0) return [{ text, label: null }];
  cuts.sort((a, b) => a.start - b.start);
  const parts: { text: string; label: string | null }[] = [];
  const lead = text.slice(0, cuts[0]?.start).trim();
  if (lead) parts.push({ text: lead, label: null });
  cuts.forEach((cut, index) => {
    const all = text.slice(cut.end, cuts[index + 1]?.start ?? text.length);
    // what follows a separator no longer answers to the label
    const end = all.search(/\s[—–·|•:]\s|;\s|\s-\s(?=\p{L})/u);
    const value = end < 0 ? all : all.slice(0, end);
    const rest = end < 0 ? '' : all.slice(end);
    parts.push({ text: value.replace(/[\s;,|•·—–]+$/, '').trim(), label: cut.label });
    const free = rest.replace(/^[\s;:,|•·—–-]+|[\s;,|•·—–]+$/g, '').trim();
    if (free) parts.push({ text: free, label: null });
  });
  return parts;
}

/** The nearest label by structure that says what the value is; a nearer label that is in no list keeps others away. */
function structural(field: CollectedField): { role: OrderRole | 'unknown'; label: string } | null {
  for (const label of field.labels) {
    if (label.from === 'placeholder' && field.labels.length > 1) continue;
    const role = orderRoleOf(label.text);
    if (role !== 'unknown') return { role, label: label.text };
    // a group or a row can be named after the drug or the cycle: such a name says nothing about the value
    if (label.from !== 'group' && label.from !== 'legend' && !namesBortezomib(label.text))
      return { role: 'unknown', label: label.text };
  }
  return null;
}

/** 'SC' is a route, or the Spanish label of the body surface area where an area follows. */
const isRouteNotArea = (field: CollectedField, next: CollectedField | undefined): boolean =>
  /^sc$/i.test(field.text) && !/^\d(?:[.,]\d+)?\s*(?:m|$)/.test(next?.text ?? '');

export function piecesOf(fields: readonly CollectedField[]): Piece[] {
  const pieces: Piece[] = [];
  let pending: { label: string; role: OrderRole | 'unknown'; cell: number; block: number; used: boolean } | null = null;
  const inCell = new Map<number, number>();
  for (const field of fields) inCell.set(field.cell, (inCell.get(field.cell) ?? 0) + 1);
  for (const [index, field] of fields.entries()) {
    if (field.struck || field.aside) continue;
    const known = isRouteNotArea(field, fields[index + 1]) ? 'unknown' : orderRoleOf(field.text);
    const under = structural(field);
    const alone = field.cell >= 0 && inCell.get(field.cell) === 1 && under?.role !== 'unknown' && under !== null;
    if (field.isLabel || (!field.control && known !== 'unknown' && !alone && field.text.length <= 50)) {
      pending = { label: field.text, role: known, cell: field.cell, block: field.block, used: false };
      continue;
    }
    const ownLabel = field.control && field.labels.some((label) => label.from === 'label' || label.from === 'aria');
    const before: { label: string; role: OrderRole | 'unknown' } | null =
      pending && !ownLabel && (field.control || !pending.used) ? pending : null;
    const parts = field.control ? [{ text: field.text, label: null }] : splitInline(field);
    for (const part of parts) {
      const unit = UNIT_ONLY.test(part.text);
      const last = pieces.at(-1);
      const inUnitColumn = under?.role === 'unit' && last?.role === 'dose' && last.field.cell === field.cell - 1;
      const beside = last?.field.cell === field.cell || field.control || inUnitColumn;
      if (unit && last && NUMBER_ONLY.test(last.text) && beside) {
        last.text = `${last.text} ${part.text}`;
        continue;
      }
      const said = part.label === null ? null : { label: part.label, role: orderRoleOf(part.label) };
      const from: { label: string; role: OrderRole | 'unknown' } | null =
        said ?? (before && (field.cell < 0 || pending?.cell === field.cell || under === null) ? before : under);
      pieces.push({
        role: from?.role ?? 'text',
        text: part.text,
        label: from?.label ?? null,
        hint: from ? labelWords(from.label).hint : '',
        field,
      });
    }
    if (pending && part0IsValue(parts[0]?.text ?? '')) pending.used = true;
    if (field.control && ownLabel) pending = null;
    // words that are in no list, before a bare figure: the figure answers to them
    const next = fields[index + 1];
    const unknownLabel =
      !field.control && field.cell < 0 && under === null && next?.cell === -1 && couldBeLabel(field.text);
    if (unknownLabel && next && /^\d/.test(next.text) && !field.button && (!before || pending?.used))
      pending = { label: field.text, role: 'unknown', cell: field.cell, block: field.block, used: false };
  }
  return pieces;
}

const part0IsValue = (text: string): boolean => text !== '';
