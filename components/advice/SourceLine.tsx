import type { SourceReference } from '../../rules/outcome.ts';
import { t } from '../words.ts';
import { verificationInWords } from './action-words.ts';

type SourceLineProps = Pick<SourceReference, 'title' | 'section' | 'date' | 'verification'>;

/** A source with section and date, and how far it was checked. */
export function SourceLine({ title, section, date, verification }: SourceLineProps) {
  return (
    <>
      {section ? t('source.withSection', { title, section, date }) : t('source.withoutSection', { title, date })}{' '}
      <span className="verification">{verificationInWords(verification)}</span>
    </>
  );
}
