import type { Approval } from '../../settings/settings-in-use.ts';
import { t } from '../words.ts';
import './ApprovalMark.css';

/** Whether the organisation has approved the content that is shown, and by which decision. */
export function ApprovalMark({ approval }: { approval: Approval }) {
  return <p className={`approval-mark ${approval.status}`}>{inWords(approval)}</p>;
}

function inWords(approval: Approval): string {
  if (approval.status === 'none') return t('panel.approval.none');
  const { status, approvedVersion: version, reference, date } = approval;
  return status === 'approved'
    ? t('panel.approval.approved', { reference, date })
    : t('panel.approval.not_approved', { version, reference, date });
}
