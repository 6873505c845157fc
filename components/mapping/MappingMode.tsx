import type { PageReading } from '../../content-scripts/page-reading.ts';
import type { NoProposal, PartToMap } from '../../mapping/draft.ts';
import type { Fault } from '../../rules/index.ts';
import { t } from '../words.ts';
import { Clicking, type ClickingState, NoPart } from './Clicking.tsx';
import { MappingText } from './MappingText.tsx';
import { PartChoice } from './PartChoice.tsx';
import { type ReadableTab, TabChoice } from './TabChoice.tsx';
import { TestResults } from './TestResults.tsx';
import './MappingMode.css';

interface MappingModeProps {
  tabs: readonly ReadableTab[];
  chosen: number | null;
  connection: 'none' | 'connecting' | 'connected' | 'lost';
  clicking: ClickingState | null;
  fault: NoProposal | null;
  text: string;
  faults: readonly Fault[];
  patientWords: readonly string[];
  reading: PageReading | null;
  onLook(): void;
  onChoose(tabId: number): void;
  onStart(part: PartToMap): void;
  onStop(): void;
  onText(text: string): void;
  onImport(file: File): void;
  onTest(): void;
  onCopy(text: string): Promise<boolean>;
}

/** Making a mapping of the hospital's own screens: open, click, test, take away. */
export function MappingMode(props: MappingModeProps) {
  const { connection, clicking, fault, reading } = props;
  const connected = connection === 'connected';
  return (
    <main className="mapping-mode">
      <h1>{t('mapping.title')}</h1>
      <p>{t('mapping.what')}</p>
      <TabChoice
        tabs={props.tabs}
        chosen={props.chosen}
        state={connection}
        onLook={props.onLook}
        onChoose={props.onChoose}
      />
      <PartChoice disabled={!connected || clicking !== null} onStart={props.onStart} />
      {clicking && <Clicking {...clicking} onStop={props.onStop} />}
      {fault && <NoPart {...fault} />}
      <MappingText
        text={props.text}
        faults={props.text === '' ? [] : props.faults}
        patientWords={props.patientWords}
        canTest={connected}
        onText={props.onText}
        onImport={props.onImport}
        onTest={props.onTest}
        onCopy={props.onCopy}
      />
      {reading && <TestResults reading={reading} />}
    </main>
  );
}
