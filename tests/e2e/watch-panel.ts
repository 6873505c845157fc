/** Watches a panel from inside: every change of its document and every frame that it draws, in both browsers. */

/** What stood in the panel for a while. */
export interface Sample {
  /** from when until when, in ms since 1970 */
  at: number;
  until: number;
  text: string;
  /** a grade or the question about pain was answered */
  answered: boolean;
}

/** Body for `Panel.run`: from then on `window.samples` holds what stood there, and `window.late` when nothing was let run. */
export const WATCH_PANEL = `
  window.samples = []; window.late = [];
  const sample = () => {
    const text = document.body.textContent;
    const answered = document.querySelector('input[name="grade"]:checked, input[name="pain"]:checked') !== null;
    const last = window.samples.at(-1);
    const at = Date.now();
    if (last && last.text === text && last.answered === answered) last.until = at;
    else window.samples.push({ at, until: at, text, answered });
  };
  new MutationObserver(sample).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const everyFrame = () => { sample(); requestAnimationFrame(everyFrame); };
  everyFrame();
  let beat = Date.now();
  setInterval(() => { if (Date.now() - beat > 30) window.late.push([beat, Date.now()]); beat = Date.now(); }, 10);`;
