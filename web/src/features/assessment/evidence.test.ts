import { expect, test } from 'vitest';
import type { Evidence } from '../../shared/api/types';
import { evidenceMark, kindOf, metadata, titleFrom } from './evidence';

const evidence = { title: 'Biên bản', file_name: 'bien-ban.pdf', size: '1258291', pages: 12, expires_on: '2024-12-31', expired: false, replaced_by: null, purge: null } as unknown as Evidence;

test('good evidence carries no mark; the gravest one is shown', () => {
  expect(evidenceMark(evidence)).toBeNull();
  expect(evidenceMark({ ...evidence, expired: true })?.text).toContain('31/12/2024');
  expect(evidenceMark({ ...evidence, expired: true, replaced_by: 'x' })?.tone).toBe('plain');
  expect(evidenceMark({ ...evidence, replaced_by: 'x', purge: {} as Evidence['purge'] })?.tone).toBe('bad');
});

test('a file is told by its ending, pages and size', () => {
  expect(kindOf(evidence)).toBe('PDF, 12 trang, 1,2 MB');
  expect(kindOf({ ...evidence, file_name: '', pages: null })).toBe('1,2 MB');
});

test('a title begins as the file’s name', () => {
  expect(titleFrom('Bien_ban  hop.2024.pdf')).toBe('Bien ban  hop.2024');
});

test('the server learns name, unit, title and the declaration before the first byte', () => {
  const file = new File(['a'], 'a.pdf');
  expect(metadata(file, { unit: 'u', title: ' A ', expires: '' })).toEqual({ filename: 'a.pdf', unit_id: 'u', title: 'A', declaration: 'no_state_secret' });
  expect(metadata(file, { unit: 'u', title: 'A', expires: '2027-01-01' })['expires_on']).toBe('2027-01-01');
});
