import './PatientContext.css';

/** Whose chart the reading is from, in the page's own words, or that the page does not say. */
export function PatientContext({ label }: { label: string | null }) {
  if (label === null) {
    return (
      <p className="patient-context unconfirmed">Patient not confirmed: no name, number or birth date was read.</p>
    );
  }
  return (
    <p className="patient-context">
      <span className="muted">Chart on screen: </span>
      <strong>{label}</strong>
    </p>
  );
}
