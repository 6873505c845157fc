/** Words for the state of an order as they stand on chips and in status columns, in eight languages. */
import type { OrderStatus } from '../../rules/clinical-context.ts';
import { fold } from '../parse/tokens.ts';

const STATUS_WORDS: readonly (readonly [OrderStatus, RegExp])[] = [
  [
    'discontinued',
    /^(?:discontinued|d\/?c'?d?|dc|stopped|cancell?ed|revoked|inactive|aborted|entered in error|entered-in-error|ended|suspendid[oa]|anulad[oa]|interrumpid[oa]|arrete[e]?|annule[e]?|interrompue?|abgesetzt|storniert|gestoppt|beendet|sospes[oa] definitivamente|interrott[oa]|annullat[oa]|cessat[oa]|interrompid[oa]|cancelad[oa]|suspens[oa]|gestopt|gestaakt|geannuleerd|seponeret|stoppet|annulleret|afbrudt|past|expired)$/,
  ],
  [
    'completed',
    /^(?:completed?|finished|done|finalizad[oa]|completad[oa]|termine[e]?|complete[e]?|abgeschlossen|completat[oa]|terminat[oa]|concluid[oa]|voltooid|afgerond|afsluttet|fuldfort)$/,
  ],
  [
    'held',
    /^(?:held|on[- ]hold|hold|paused|suspended|withheld|en espera|en pausa|en attente|suspendue?|pausiert|ausgesetzt|in pausa|sospes[oa]|em pausa|em espera|onderbroken|gepauzeerd|pauseret|sat pa pause)$/,
  ],
  [
    'planned',
    /^(?:planned|pending|future|scheduled|proposed|upcoming|draft|planificad[oa]|programad[oa]|pendiente|planifie[e]?|prevue?|geplant|vorgesehen|pianificat[oa]|programmat[oa]|planejad[oa]|planead[oa]|agendad[oa]|gepland|planlagt)$/,
  ],
  [
    'active',
    /^(?:active|ongoing|current|in progress|signed|ordered|activ[oa]|en curso|vigente|acti[fv]e?|en cours|aktiv|laufend|attiv[oa]|in corso|ativ[oa]|em curso|actief|lopend|aktuel|igangvaerende|aktivt)$/,
  ],
];

/** 'abgesetzt am 02.06.2026', 'stopped 2026-03-02': since when, after the word. */
const WITH_DATE =
  /[\s,:(]+(?:(?:am|on|le|el|il|em|op|d\.|den|since|seit|desde|depuis|dal|sinds)\s+)?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\)?$/;

/** The status that a chip or a status cell says; null for any other text. */
export function statusOf(text: string): OrderStatus | null {
  if (text.length > 40) return null;
  const words = fold(text)
    .replace(WITH_DATE, '')
    .replace(/[().*:]/g, '')
    .trim();
  for (const [status, pattern] of STATUS_WORDS) if (pattern.test(words)) return status;
  return null;
}
