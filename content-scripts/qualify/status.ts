/** Words for the state of an order as they stand on chips and in status columns, in eight languages. */
import type { OrderStatus } from '../../rules/clinical-context.ts';
import { type Meanings, statusIn } from '../words/label-words.ts';

export const STATUS_WORDS: Meanings<OrderStatus> = [
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

/** The status that a chip or a status cell says; null for any other text. */
export const statusOf = (text: string): OrderStatus | null => statusIn(STATUS_WORDS, text);
