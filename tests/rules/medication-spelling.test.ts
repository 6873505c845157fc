/** Medication lists as they are written: class names, one letter wrong, and look-alike names that stay apart. */
import { describe, expect, it } from 'vitest';
import { DRUGS, readMedications } from '../../rules/medications.ts';

const namesOf = (text: string) => readMedications([text]).found.map(({ drug }) => drug.name);

describe('a generic name with one letter wrong', () => {
  it.each([
    ['pregablin 75 mg', 'pregabalin', 'a letter missing'],
    ['tramadole', 'tramadol', 'a letter too many'],
    ['ketaconazole', 'ketoconazole', 'another letter'],
    ['duloxteine', 'duloxetine', 'two neighbours changed places'],
  ])('%s is %s (%s)', (text, name) => {
    expect(namesOf(text)).toEqual([name]);
    expect(readMedications([text]).found[0]?.readFrom).toBe(text.split(' ')[0]);
  });
  it.each([
    'valganciclovir', // valaciclovir
    'rifamycin', // rifampicin
    'miconazole',
    'hydrocortisone', // hydrocodone
    'ofloxacin', // enoxacin
    'prednisolne', // prednisone and prednisolone are as near
    'clonidine',
    'lexpro', // brands are not guessed
  ])('%s is left unrecognised', (text) => {
    expect(namesOf(text)).toEqual([]);
    expect(readMedications([text]).unrecognised).toEqual([text]);
  });
  it('is not looked for where a drug was recognised', () => {
    expect(namesOf('sertraline, tramadole')).toEqual(['sertraline']);
  });
  it('never joins two drugs of the list with each other', () => {
    for (const { name, classes } of DRUGS) {
      if (!classes.includes('class-name')) expect(readMedications([name]).found[0]?.readFrom, name).toBeUndefined();
    }
  });
});

describe('a class name', () => {
  it.each([
    ['SSRI', 'ssri'],
    ['SNRIs', 'snri'],
    ['tricyclic antidepressant', 'tca'],
    ['MAO inhibitor', 'maoi'],
    ['opioid analgesic', 'opioid'],
    ['DOAC', 'anticoagulant'],
    ['NSAIDs', 'nsaid'],
    ['benzodiazepine at night', 'sedative'],
  ])('%s stands for its class', (text, drugClass) => {
    expect(readMedications([text]).found[0]?.drug.classes).toContain(drugClass);
  });
  it('counts only where the entry names no drug', () => {
    expect(namesOf('duloxetine (SNRI)')).toEqual(['duloxetine']);
    expect(namesOf('warfarin, anticoagulant')).toEqual(['warfarin']);
  });
});
