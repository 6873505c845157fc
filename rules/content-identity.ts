/**
 * Which content an evaluation came from. The hash is over the text of every file of this module (content-digest.ts is
 * generated from them), so that nothing that can change an output can change without it.
 */
import { CONTENT_DIGEST } from './content-digest.ts';

export const CONTENT_VERSION = '0.1.0';
export const CONTENT_HASH: string = CONTENT_DIGEST;
export const REVIEW_STATUS = 'Not clinically reviewed. Not approved for use in patient care.';
