/** Every document that a rule cites: id, title, publisher, version, date, link and how far it was checked. */

import { SUPPORTING_SOURCES } from './supporting-sources.ts';

/** primary: the document itself was read; secondary: read in a copy; unverified: not opened, never drives a headline. */
export type Verification = 'primary' | 'secondary' | 'unverified';

export type SourceId = string;

export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string;
  readonly version?: string;
  /** date of the version that was read, as precise as it is known; 'not dated' when the copy shows none */
  readonly date: string;
  readonly link?: string;
  readonly verification: Verification;
  /** what of the document was not seen, or why the mark is not higher */
  readonly limits?: string;
}

const DAILYMED = 'https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=';

const DOSE_SOURCES: readonly Source[] = [
  {
    id: 'us-pi',
    title: 'Bortezomib US prescribing information, dose modification for neuropathy',
    publisher: 'US Food and Drug Administration label',
    version: 'current wording, section 2.7 table 5',
    date: '2024-09-27',
    link: `${DAILYMED}1521d321-e724-4ffc-adad-34bf4f44fac7`,
    verification: 'secondary',
    limits:
      'The table was read in a hospital protocol that reproduces it; section number and title were confirmed in a DailyMed label.',
  },
  {
    id: 'us-pi-label',
    title: 'BORUZU (bortezomib) US prescribing information, other sections',
    publisher: 'Amneal; DailyMed',
    version: 'updated 27 September 2024',
    date: '2024-09-27',
    link: `${DAILYMED}b92628dd-fa09-4c3a-b6a3-66426025807c`,
    verification: 'primary',
    limits: 'Read in copies of several bortezomib labels; the neuropathy table itself is cited as us-pi.',
  },
  {
    id: 'eu-smpc',
    title: 'Bortezomib summary of product characteristics (five products, Italian official texts)',
    publisher: 'Agenzia Italiana del Farmaco',
    version: 'texts of 1 February 2021',
    date: '2021-02-01',
    link: 'https://www.ema.europa.eu/en/medicines/human/EPAR/velcade',
    verification: 'primary',
    limits:
      'Current wording not re-checked. Sections 4.4 to 4.6 and 4.8 were cut in the copies; silence there means not seen.',
  },
  {
    id: 'imwg-2012',
    title: 'Management of treatment-emergent peripheral neuropathy in multiple myeloma (IMWG guidelines)',
    publisher: 'International Myeloma Working Group; Leukemia 2012;26:595-608',
    version: '6 February 2012',
    date: '2012-02-06',
    link: 'https://doi.org/10.1038/leu.2011.346',
    verification: 'primary',
    limits:
      'The copy breaks off within the second row; the rows for grade 2 with pain, grade 3 and grade 4 were not seen.',
  },
  {
    id: 'ash-education',
    title: 'Management of adverse events of novel agents in myeloma, table 5',
    publisher: 'American Society of Hematology, Education Program',
    date: 'not dated',
    link: 'https://ashpublications.org/view-large/3343046',
    verification: 'primary',
    limits: 'The year of the table is not shown in the copy.',
  },
  {
    id: 'reference-article',
    title: 'What is the best treatment for bortezomib (Velcade)-induced neuropathy?',
    publisher: 'Dr.Oracle, article 579803',
    version: 'last updated 3 December 2025',
    date: '2025-12-03',
    link: 'https://www.droracle.ai/articles/579803',
    verification: 'primary',
    limits:
      'Machine-written page whose own status line says that human review is pending. The page was read, not its sources.',
  },
  {
    id: 'nci-2003-table',
    title: 'Recommended dose modification for bortezomib-related neuropathy (NCI 2003 grading), table 1',
    publisher: 'British Journal of Cancer',
    date: '2003',
    link: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC1936263/table/tbl1/',
    verification: 'primary',
  },
  {
    id: 'ctcae-4',
    title: 'Common Terminology Criteria for Adverse Events, version 4.03',
    publisher: 'US National Cancer Institute',
    version: '4.03',
    date: '2010-06-14',
    link: 'https://ctep.cancer.gov/protocolDevelopment/electronic_applications/ctc.htm',
    verification: 'secondary',
    limits: 'Grades as printed in the dose tables that use them; the scale itself was not opened.',
  },
  {
    id: 'ctcae-5',
    title: 'Common Terminology Criteria for Adverse Events, version 5.0',
    publisher: 'US National Cancer Institute',
    version: '5.0',
    date: '2017-11-27',
    link: 'https://ctep.cancer.gov/protocolDevelopment/electronic_applications/ctc.htm',
    verification: 'primary',
  },
  {
    id: 'ctcae-6',
    title: 'Common Terminology Criteria for Adverse Events, version 6.0',
    publisher: 'US National Cancer Institute',
    version: '6.0',
    date: '2026-08-12',
    verification: 'primary',
    limits: 'Date of the copy that was read.',
  },
  {
    id: 'hemonc',
    title: 'HemOnc.org regimen pages (structured snapshot)',
    publisher: 'HemOnc.org',
    version: 'snapshot of 19 May 2025',
    date: '2025-05-19',
    link: 'https://hemonc.org/wiki/Multiple_myeloma',
    verification: 'secondary',
  },
  {
    id: 'alcyone-registry',
    title: 'Daratumumab, bortezomib, melphalan and prednisone: trial registry text',
    publisher: 'trial registry copy',
    date: 'not dated',
    verification: 'primary',
  },
  {
    id: 'cepheus',
    title: 'CEPHEUS: daratumumab with bortezomib, lenalidomide and dexamethasone',
    publisher: 'trial publication text',
    date: 'not dated',
    verification: 'secondary',
  },
  {
    id: 'nccp-00416',
    title: 'Bortezomib, lenalidomide and dexamethasone, regimen 00416',
    publisher: 'National Cancer Control Programme, Ireland',
    date: 'not dated',
    verification: 'primary',
  },
  {
    id: 'xpovio-label',
    title: 'XPOVIO (selinexor) US prescribing information',
    publisher: 'Karyopharm; DailyMed',
    date: 'not dated',
    verification: 'primary',
  },
  {
    id: 'uk-nac-al',
    title: 'Bortezomib regimens for AL amyloidosis, low-dose CVD',
    publisher: 'UK National Amyloidosis Centre, University College London',
    date: 'not dated',
    verification: 'primary',
  },
  {
    id: 'nhs-pad-2016',
    title: 'PAD (bortezomib, doxorubicin, dexamethasone) chemotherapy protocol, version 1',
    publisher: 'NHS, Wessex',
    version: 'version 1, May 2016',
    date: '2016-05',
    verification: 'primary',
  },
  {
    id: 'muk-nine',
    title: 'MUKnine/OPTIMUM trial protocol, BMJ Open 2021;11:e046225, table 1',
    publisher: 'BMJ Open',
    date: '2021',
    link: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7993167/',
    verification: 'primary',
  },
  {
    id: 'rx-imroz',
    title: 'IMROZ: isatuximab with bortezomib, lenalidomide and dexamethasone',
    publisher: 'trial schedule in HemOnc.org',
    date: '2025-05-19',
    verification: 'secondary',
  },
  {
    id: 'site-protocol',
    title: 'Protocol of this hospital',
    publisher: 'the hospital',
    date: 'see its approval',
    verification: 'primary',
    limits: 'Checked against the invariants of these rules when loaded; its content is the hospital’s.',
  },
  {
    id: 'general-knowledge',
    title: 'Common clinical knowledge; no document was opened',
    publisher: 'none',
    date: 'not dated',
    verification: 'unverified',
  },
];

export const SOURCES: readonly Source[] = [...DOSE_SOURCES, ...SUPPORTING_SOURCES];

const byId = new Map(SOURCES.map((source) => [source.id, source]));

/** The document with this id. @throws Error for an unknown id: a rule that cites nothing is a defect of the rule. */
export function sourceOf(id: SourceId): Source {
  const source = byId.get(id);
  if (source === undefined) throw new Error(`unknown source ${id}`);
  return source;
}
