/** What the page About and evidence says in its own words; everything clinical on it comes from the rules. */

/** Who it is for, in the same words as in the README. */
export const INTENDED_USE: readonly [string, string][] = [
  [
    'What it is for',
    'It reads the bortezomib order that is on the screen, asks for the neuropathy grade and pain, and shows the cited options for that order beside it. The clinician decides.',
  ],
  [
    'Who it is for',
    'Health professionals (physicians, pharmacists, nurses) who treat adults with bortezomib. Not for patients.',
  ],
  ['Which patients', 'Adults who are on bortezomib or whose bortezomib is on hold, with or without neuropathy.'],
  [
    'What it is not for',
    'Not for time-critical decisions or emergencies. It does not order, change or discontinue anything, it does not watch a patient, and it does not replace the label, the protocol of the hospital or independent verification.',
  ],
  [
    'Regulatory status',
    'Not CE marked; not for clinical use in the European Union. Not reviewed or cleared by the US Food and Drug Administration or any other authority.',
  ],
];

export const LOGIC: readonly string[] = [
  'Read: a script in the page looks at visible text only. A value counts when its label and its unit say what it is. What is missing, ambiguous or without a unit is named as such and never guessed.',
  'Ask: grade, pain and red flags come from the clinician. No answer is preset, and an answer that is missing never counts as no.',
  'Look up: each source has a decision table. Grade (the worse of sensory and motor), pain, severe autonomic neuropathy and treatment phase match exactly one of its rows; each table is proved complete and free of overlap when it is loaded.',
  'Apply: the row is applied to the order that was read: mg/m², mg, mL and the change in percent. No output is above the dose or the frequency that was read.',
  'Compare: label, guideline, trial and article stand apart. Where they differ, all answers are shown with the reason.',
  'Say what is open: a rule without an input that it needs answers “not evaluated” and names the input. No card never means safe.',
  'The rules are fixed tables written by hand. Nothing is learned, and the same inputs always give the same output.',
];

/** The inputs, how each gets in, and what makes it usable. */
export const INPUTS: readonly [input: string, how: string, accepted: string][] = [
  ['Dose per m²', 'read from the order', '0.1 to 5 mg/m²; the unit has to be there'],
  ['Dose', 'read from the order', '0.05 to 20 mg'],
  ['Route, days, cycle, frequency, regimen, status', 'read from the order', 'words that are known; otherwise not read'],
  ['Neuropathy grade and scale', 'asked', '0 to 4, sensory and motor; CTCAE 4.03, 5.0, 6.0 or NCI 2003'],
  ['Neuropathic pain', 'asked', 'yes or no'],
  ['Red flags', 'asked', 'a list that is confirmed as looked at'],
  ['Height, weight, body surface area', 'read from the page', '50 to 250 cm, 10 to 400 kg, 0.4 to 4 m²'],
  [
    'Creatinine, clearance, bilirubin, platelets, vitamin B12, HbA1c',
    'read from the page',
    'with unit and within range',
  ],
  ['Age and sex', 'read from the page', 'for creatinine clearance and age limits of drugs'],
  [
    'Medication and problem lists',
    'read from the page',
    'entries with known names; the rest is named as not recognised',
  ],
];

/** The 13 source attributes of an evidence-based decision support intervention, 45 CFR 170.315(b)(11). */
export const DSI_ATTRIBUTES: readonly [attribute: string, answer: string][] = [
  ['Bibliographic citation of the intervention', 'Every document is listed under Sources, with how far it was read.'],
  ['Developer of the intervention', 'The project Bortezomib Neuropathy Sidebar (source code under the MIT licence).'],
  ['Funding source of the technical implementation', 'None is recorded for this project.'],
  ['Release and revision dates', 'Not released yet; versions stand under Content version and Changes on this page.'],
  ['Use of race', 'Not used.'],
  ['Use of ethnicity', 'Not used.'],
  ['Use of language', 'Not used. The sheet for the patient can be switched between English and Spanish by hand.'],
  ['Use of sexual orientation', 'Not used.'],
  ['Use of gender identity', 'Not used.'],
  ['Use of sex', 'Used for one calculation: creatinine clearance by Cockcroft and Gault, where no clearance was read.'],
  [
    'Use of date of birth',
    'The date itself is not used in any rule. Age in years is used for creatinine clearance and age limits of drugs.',
  ],
  ['Use of social determinants of health data', 'Not used.'],
  [
    'Use of health status assessment data',
    'Used: the neuropathy grade on a named scale, neuropathic pain, autonomic neuropathy and the red-flag answers, as given by the clinician.',
  ],
];

export const PERMISSIONS: readonly [permission: string, why: string][] = [
  [
    'activeTab',
    'To read the tab in which the toolbar button was clicked, until that tab leaves the page. No other tab.',
  ],
  ['scripting', 'To put the reader into that tab. Nothing is put in before the click.'],
  ['idle', 'To learn that the screen was locked or the computer left alone, and then to clear everything.'],
  ['storage', 'To read the settings that your organisation gives by browser policy. Nothing is stored.'],
  ['sidePanel (Chrome, Edge)', 'To show the sidebar. Firefox needs no permission for it.'],
  ['Not asked for', 'Access to sites, history, cookies, clipboard reading, downloads, network requests.'],
];

export const DESTINATIONS: readonly [data: string, kept: string, sent: string][] = [
  [
    'Text of the page, order, results, lists',
    'in memory, until the patient, page or tab changes, the screen is locked, or the panel closes',
    'nowhere',
  ],
  ['Whose chart it is', 'in memory, to notice a change of patient; shown, never part of a copy', 'nowhere'],
  ['Grade, pain, red flags and other answers', 'in memory, until the patient or the order changes', 'nowhere'],
  ['Questions that are typed into Ask', 'in the field while it is open', 'nowhere'],
  [
    'Note, structured copy, sheet for the patient',
    'on the clipboard or on paper, only by a press of a button',
    'nowhere by the extension',
  ],
  ['Use of the extension, errors, statistics', 'not collected', 'nowhere'],
];

export const CHANGES: readonly [version: string, what: string][] = [
  [
    '0.1.0',
    'First content: dose tables of five sources, red flags, symptom treatment, interactions, checks, sources and glossary. Not released.',
  ],
];
