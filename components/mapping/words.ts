/** Names of what can be clicked. */
import type { OrderField, PatientPart, ResultField } from '../../mapping/shape.ts';
import { asKey, t } from '../words.ts';

export type ClickedField = OrderField | PatientPart | ResultField | 'entry' | 'required';

export const fieldInWords = (field: ClickedField): string => t(`mapping.field.${asKey(field)}`);
