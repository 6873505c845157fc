import { t } from '../words.ts';
import './PatientContext.css';

/** Whose chart the reading is from, in the page's own words, or that the page does not say. */
export function PatientContext({ label }: { label: string | null }) {
  if (label === null) {
    return <p className="patient-context unconfirmed">{t('panel.unconfirmed')}</p>;
  }
  return (
    <p className="patient-context">
      <span className="muted">{t('panel.chart')}</span> <strong dir="auto">{label}</strong>
    </p>
  );
}
