/** What the panel needs to read pages; it loads this beside its first paint. */
export { ADAPTERS } from '../../mapping/adapters/index.ts';
export { OverPort, PageToPanel } from '../message-schemas.ts';
export { FrameReader } from './frame-reader.ts';
export { PAGE_WORDS } from './page-words.ts';
