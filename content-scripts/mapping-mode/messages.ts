/**
 * The conversation between the mapping mode (options page) and the tab that is mapped. Types only. Every frame of the
 * tab opens a port; what is clicked stays in the frame, and only selectors and what the administrator is shown leave it.
 */

import type { EntryKind, FoundPart, NoProposal } from '../../mapping/draft.ts';
import type { Place, SiteMapping } from '../../mapping/shape.ts';
import type { CollectedPage } from '../collect/collected-page.ts';
import type { PageWords } from '../words/page-words.ts';

/** What the layer over the page says. */
export interface LayerWords {
  prompt: string;
  skip: string;
  stop: string;
}

/** Name of the port that each frame opens to the options page. */
export const MAPPING_PORT = 'mapping-mode';

/** options page → frame */
export type ToFrame =
  /** outline what is under the pointer and wait for a click */
  | { type: 'ask'; role: string; words: LayerWords }
  /** no more clicks */
  | { type: 'rest' }
  /** forget what was clicked */
  | { type: 'forget' }
  /** an entry from what was clicked in this frame */
  | { type: 'propose-entry'; kind: EntryKind }
  /** the one element that was clicked, by itself */
  | { type: 'propose-place' }
  /** collect this frame as for the panel, with these mappings */
  | { type: 'test'; words: PageWords; mappings: SiteMapping[] };

/** frame → options page */
export type FromFrame =
  | { type: 'ready'; top: boolean; url: string }
  /** what was clicked and what it shows; held in memory and shown to the administrator only */
  | { type: 'clicked'; role: string; text: string }
  | { type: 'skipped'; role: string }
  | { type: 'stopped' }
  | { type: 'proposed-entry'; proposal: FoundPart | NoProposal }
  | { type: 'proposed-place'; place: Place | null }
  | { type: 'tested'; page: CollectedPage };
