/** What the page tests put into a page: the reader as the content script uses it, behind one global. */

import { startAfresh } from '../../content-scripts/frame-chart.ts';
import { joinFrames } from '../../content-scripts/join-frames.ts';
import { observePage } from '../../content-scripts/observe.ts';
import { elementOf, rangesOf, readFrame } from '../../content-scripts/read-page.ts';

Object.assign(globalThis, { reader: { readFrame, elementOf, rangesOf, observePage, joinFrames, startAfresh } });
