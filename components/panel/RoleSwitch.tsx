import type { Setting } from '../../rules/clinical-context.ts';
import { t } from '../words.ts';
import './RoleSwitch.css';

export type Role = NonNullable<Setting['role']>;

const ROLES: readonly Role[] = ['physician', 'pharmacist', 'nurse'];

/** Which view of the same reading and the same answers is shown. */
export function RoleSwitch({ role, onChange }: { role: Role; onChange(role: Role): void }) {
  return (
    <fieldset className="role-switch">
      <legend className="visually-hidden">{t('panel.viewFor')}</legend>
      {ROLES.map((value) => (
        <label key={value}>
          <input type="radio" name="role" value={value} checked={role === value} onChange={() => onChange(value)} />
          {t(`panel.role.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}
