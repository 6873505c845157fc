/**
 * A row applied to an order. A published row is written for 1.3 mg/m2 twice weekly; printed raw it would tell a patient
 * at 0.7 mg/m2 to 'reduce' to 1. Here each instruction becomes options that are never above the order in mg/m2, mg or
 * weekly frequency, or says that the row is already met.
 */
import type { CaseFacts } from '../case-facts.ts';
import {
  isAbove,
  isLower,
  LOWEST_LEVEL,
  nextLevelBelow,
  numbersFor,
  roundDown,
  SAME_LEVEL,
} from '../dose-calculation.ts';
import type { Action, Option } from '../outcome.ts';
import { frequencyText, mgText, perBsaText, percentText, routeText } from '../quantity-text.ts';
import type { DoseRow, DoseTable, Restart, RowInstruction } from './dose-table.ts';
import { doseText } from './dose-text.ts';
import { nextSteps } from './next-steps.ts';
import { restartFor } from './restart.ts';

export interface Applied {
  readonly options: Option[];
  /** what the row comes to for this order, in a few words; the first option decides it */
  readonly verdict: string;
  readonly notes: string[];
}

class Application {
  readonly options: Option[] = [];
  readonly notes: string[] = [];
  verdict = '';
  private readonly table: DoseTable;
  private readonly row: DoseRow;
  private readonly facts: CaseFacts;

  constructor(table: DoseTable, row: DoseRow, facts: CaseFacts) {
    this.table = table;
    this.row = row;
    this.facts = facts;
  }

  private add(action: Action, label: string, verdict: string, more: Partial<Option> = {}): void {
    const { source, tier } = this.table;
    if (this.verdict === '') this.verdict = verdict;
    this.options.push({ tier, source, verification: this.row.verification, action, label, ...more });
  }

  private note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  run(): Applied {
    for (const instruction of this.row.instructions) {
      if (this.isMeant(instruction)) this.apply(instruction);
    }
    if (this.verdict === '') this.verdict = 'No row for this grade';
    return { options: this.options, verdict: this.verdict, notes: this.notes };
  }

  /** Whether the instruction is for orders as frequent as this one; an unknown frequency is not taken for either. */
  private isMeant({ orders, do: what }: RowInstruction): boolean {
    if (orders === undefined) return true;
    const { frequency } = this.facts.ordered;
    if (frequency === undefined) {
      this.note('This row depends on the frequency of the order, which was not read.');
      return what === 'not-checked';
    }
    return (orders === 'twice-weekly') === (frequency === 'twice-weekly');
  }

  private apply(instruction: RowInstruction): void {
    switch (instruction.do) {
      case 'no-change':
        if (!this.reduceToCap()) this.add('no-change', 'no dose change for neuropathy', 'No dose change');
        return;
      case 'silent':
        return;
      case 'not-checked':
        this.add('not-checked', this.row.gist, 'Not checked', { verification: 'unverified' });
        return;
      case 'discontinue':
        this.add('discontinue', 'discontinue bortezomib', 'Discontinue bortezomib');
        return;
      case 'withhold':
      case 'restart':
        this.hold(instruction.do, instruction.restart);
        return;
      case 'dose':
        this.reduceTo(instruction.dosePerBsa);
        return;
      case 'level-down':
        this.levelDown();
        return;
      case 'weekly':
        this.weekly(instruction.dosePerBsa);
        return;
      case 'reduce-by':
        this.reduceBy(instruction.percent);
    }
  }

  /** Another labelled dose (hepatic start, retreatment) below the order stands before the neuropathy row. */
  private reduceToCap(): boolean {
    const { cap, ordered } = this.facts;
    if (cap === undefined || !isLower(cap.dosePerBsa, ordered)) return false;
    const numbers = numbersFor(cap.dosePerBsa, ordered);
    this.note(`${perBsaText(cap.dosePerBsa)} is the ${cap.reason}; it is below what this row asks.`);
    this.add('reduce-dose', `${doseText(numbers)}: ${cap.reason}`, `Reduce to ${doseText(numbers, false)}`, {
      ...numbers,
      tier: 'label',
      source: cap.source,
      verification: 'primary',
    });
    return true;
  }

  private reduceTo(target: number): void {
    const { ordered, cap } = this.facts;
    if (ordered.perBsa === undefined) {
      const words = `${perBsaText(target)} if the order is above it`;
      this.add('reduce-dose', `${words}; the ordered dose per m² was not read`, `Reduce to ${words}`);
      return;
    }
    if (cap !== undefined && isAbove(target, cap.dosePerBsa) && this.reduceToCap()) return;
    if (!isLower(target, ordered)) {
      this.alreadyMet(target);
      return;
    }
    this.reduce(target);
  }

  private reduce(target: number): void {
    const numbers = numbersFor(target, this.facts.ordered);
    const change = numbers.changePercent === undefined ? '' : `, ${percentText(numbers.changePercent)} lower`;
    this.add(
      'reduce-dose',
      `reduce to ${doseText(numbers)}${change}; schedule unchanged`,
      `Reduce to ${doseText(numbers, false)}${change}`,
      { ...numbers, ...this.sameFrequency() },
    );
  }

  private alreadyMet(target: number): void {
    const { ordered } = this.facts;
    const perBsa = ordered.perBsa as number;
    const numbers = numbersFor(perBsa, ordered);
    if (isAbove(perBsa, target)) {
      this.note(
        `The ordered ${mgText(ordered.mg as number)} is already no more than ${perBsaText(target)} for this patient, although the order says ${perBsaText(perBsa)}.`,
      );
    }
    this.add(
      'already-met',
      `the order of ${doseText(numbers)} is at or below the ${perBsaText(target)} of this row: no change is claimed`,
      `Row already met at ${perBsaText(perBsa)}, no change claimed`,
      { ...numbers, ...this.sameFrequency() },
    );
    this.options.push(...nextSteps(this.facts));
  }

  private levelDown(): void {
    const { ordered, cap } = this.facts;
    if (ordered.perBsa === undefined) {
      this.add(
        'reduce-dose',
        'one level down (1.3, 1, 0.7 mg/m²); the ordered dose per m² was not read',
        'One dose level down',
      );
      return;
    }
    const level = nextLevelBelow(ordered.perBsa);
    if (level === undefined) {
      this.note(`${perBsaText(ordered.perBsa)} is at or below the lowest labelled level, ${perBsaText(LOWEST_LEVEL)}.`);
      const frequencyLeft = ordered.frequency === 'twice-weekly';
      if (!frequencyLeft) this.noLowerLevel();
      return;
    }
    if (cap !== undefined && isAbove(level, cap.dosePerBsa) && this.reduceToCap()) return;
    if (isLower(level, ordered)) this.reduce(level);
    else this.alreadyMet(level);
  }

  private noLowerLevel(): void {
    const { ordered } = this.facts;
    this.add(
      'already-met',
      'already at the lowest labelled level: this source names no lower one',
      `No lower labelled level than ${perBsaText(ordered.perBsa as number)}`,
      { dosePerBsa: ordered.perBsa as number, ...this.sameFrequency() },
    );
    this.options.push(...nextSteps(this.facts));
  }

  /** Once weekly is an option only for an order that is more frequent, and never at a higher single dose. */
  private weekly(target: number | undefined): void {
    const { ordered, cap } = this.facts;
    if (ordered.frequency === undefined) {
      this.note('Once weekly is a further option if the order is twice weekly; its frequency was not read.');
      return;
    }
    if (ordered.frequency !== 'twice-weekly') {
      this.note(`Once weekly is no further option: the order is already ${frequencyText(ordered.frequency)}.`);
      return;
    }
    if (ordered.perBsa === undefined) {
      const dose = target === undefined ? 'at the same dose' : `at ${perBsaText(target)} if the order is not below it`;
      this.add('change-schedule', `once weekly ${dose}`, `Once weekly ${dose}`, { frequency: 'weekly' });
      return;
    }
    // A dose calculated from rounded mg may fall just short of the level that was meant: once weekly then keeps the order.
    const meant = ordered.perBsaCalculated ? (target ?? 0) * (1 - SAME_LEVEL) : (target ?? 0);
    if (target !== undefined && isAbove(meant, ordered.perBsa)) {
      this.note(`${perBsaText(target)} once weekly is no option here: it would raise the single dose.`);
      return;
    }
    const dose = Math.min(target ?? ordered.perBsa, ordered.perBsa, cap?.dosePerBsa ?? Number.POSITIVE_INFINITY);
    const numbers = numbersFor(dose, ordered);
    this.add('change-schedule', `once weekly at ${doseText(numbers)}`, `Once weekly at ${doseText(numbers, false)}`, {
      ...numbers,
      frequency: 'weekly',
    });
  }

  private reduceBy(percent: number): void {
    const { ordered, cap } = this.facts;
    const words = `${percentText(percent)} lower`;
    if (ordered.perBsa === undefined) {
      this.add('reduce-dose', `${words}; the ordered dose per m² was not read`, `Reduce the dose, ${words}`);
      return;
    }
    const target = roundDown(ordered.perBsa * (1 - percent / 100), 2);
    if (cap !== undefined && isAbove(target, cap.dosePerBsa) && this.reduceToCap()) return;
    if (!isLower(target, ordered)) {
      this.alreadyMet(target);
      return;
    }
    if (isAbove(LOWEST_LEVEL, target)) this.note(`Below ${perBsaText(LOWEST_LEVEL)} there is no labelled level.`);
    this.reduce(target);
  }

  private hold(action: 'withhold' | 'restart', restart: Restart): void {
    const { words, inShort, option, notes } = restartFor(restart, this.table, this.facts);
    for (const note of notes) this.note(note);
    if (action === 'withhold') {
      const until = `until ${this.table.restartWhen}, then`;
      this.add('withhold', `withhold ${until} ${words}`, `Withhold ${until} ${inShort}`, option);
    } else {
      this.add('restart', `restart at ${words}`, `Restart at ${inShort}`, option);
      const { route } = this.facts.order;
      const lever = route === 'IV' ? '; subcutaneous is an option' : '';
      this.note(`Route: ${route === undefined ? 'not read' : `${routeText(route)} as ordered${lever}`}.`);
      this.note('At least 72 hours between doses; missed doses are not caught up; no re-escalation by default.');
    }
    const { perBsa, frequency } = this.facts.ordered;
    if (perBsa !== undefined && !isAbove(perBsa, LOWEST_LEVEL) && frequency !== 'twice-weekly') {
      this.note(
        frequency === undefined
          ? 'The order is already at or below 0.7 mg/m²; how often it is given was not read. If it is once weekly already, no lower labelled level remains.'
          : 'The order is already at or below 0.7 mg/m², not more than once weekly: no lower labelled level remains.',
      );
      this.options.push(...nextSteps(this.facts));
    }
  }

  private sameFrequency(): Partial<Option> {
    const { frequency } = this.facts.ordered;
    return frequency === undefined ? {} : { frequency };
  }
}

/** The options of one row for one order, the source's own first. */
export function applyRow(table: DoseTable, row: DoseRow, facts: CaseFacts): Applied {
  return new Application(table, row, facts).run();
}
