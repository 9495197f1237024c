import { expect, test } from 'vitest';
import { blankStepPaper, known, sentPaper, whole } from './paper';

test('what nobody knows of a paper is said so, not left empty', () => {
  const paper = { ...blankStepPaper(), number: ' 12/TTr ', day: '2025-03-03', signerUnknown: true, signer: 'x' };
  expect(sentPaper(paper)).toEqual({ number: '12/TTr', day: '2025-03-03', signer: 'unknown', via: 'document_system', note: null });
  expect(sentPaper({ ...paper, numberUnknown: true, note: ' vì ' })).toMatchObject({ number: 'unknown', note: 'vì' });
  expect(known('unknown', 'chưa rõ')).toBe('chưa rõ');
  expect(known('12/TTr', 'chưa rõ')).toBe('12/TTr');
});

test('counts are whole numbers and nothing else', () => {
  expect(whole(' 46 ')).toBe(46);
  for (const text of ['', '4,6', '-1', '1e3', '1.000']) expect(whole(text)).toBeNaN();
});
