export interface Paper { instrument: string; number: string; day: string; signer: string; signerUnknown: boolean }

export const blankPaper = (instrument: string): Paper => ({ instrument, number: '', day: '', signer: '', signerUnknown: false });

/** As the API takes it: an unknown signer is said, not left empty. */
export const sent = (paper: Paper): { instrument: string; number: string; day: string; signer: string } => ({
  instrument: paper.instrument.trim(), number: paper.number.trim(), day: paper.day, signer: paper.signerUnknown ? 'unknown' : paper.signer.trim(),
});
