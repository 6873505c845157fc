import type { Setting } from '../../rules/clinical-context.ts';
import './RoleSwitch.css';

export type Role = NonNullable<Setting['role']>;

const ROLES: readonly [Role, string][] = [
  ['physician', 'Physician'],
  ['pharmacist', 'Pharmacist'],
  ['nurse', 'Nurse'],
];

/** Which view of the same reading and the same answers is shown. */
export function RoleSwitch({ role, onChange }: { role: Role; onChange(role: Role): void }) {
  return (
    <fieldset className="role-switch">
      <legend className="visually-hidden">View for</legend>
      {ROLES.map(([value, words]) => (
        <label key={value}>
          <input type="radio" name="role" value={value} checked={role === value} onChange={() => onChange(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
