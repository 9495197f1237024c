import type { Via } from './types';

/** The paper of a step as it is typed. A number or a signer nobody knows is said, not left empty. */
export interface StepPaper { number: string; numberUnknown: boolean; day: string; signer: string; signerUnknown: boolean; via: Via; note: string }

export const blankStepPaper = (): StepPaper => ({ number: '', numberUnknown: false, day: '', signer: '', signerUnknown: false, via: 'document_system', note: '' });

export interface SentStepPaper { number: string; day: string; signer: string; via: Via; note: string | null }

export const sentPaper = (paper: StepPaper): SentStepPaper => ({
  number: paper.numberUnknown ? 'unknown' : paper.number.trim(), day: paper.day, signer: paper.signerUnknown ? 'unknown' : paper.signer.trim(), via: paper.via,
  note: paper.note.trim() || null,
});

/** A whole number from a field; what is none goes as it was typed wrong: not at all. */
export const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : NaN);

/** "unknown" is a value of the law; people read its word. */
export const known = (value: string | null | undefined, unknown: string): string => (!value || value === 'unknown' ? unknown : value);
