import { expect, test } from 'vitest';
import { draftText, emptyLine, type Head } from './draft';

const head: Head = { key: 'mh-1', day: '2025-01-01', title: "Xã 'Minh Họa'", instrument: 'NQ 00', signed_on: '', confidence: 'verified', source: 'kho', note: '' };

test('the form writes the data file, quoted, with an unknown day of signing said', () => {
  const text = draftText(head, [{ ...emptyLine('99001'), name: 'Xã Mới' }]);
  expect(text).toBe(
    "key: 'mh-1'\nday: '2025-01-01'\ntitle: 'Xã ''Minh Họa'''\ninstrument: 'NQ 00'\nsigned_on: unknown\nconfidence: verified\nsource: 'kho'\nlines:\n- {do: rename, unit: '99001', name: 'Xã Mới'}\n",
  );
});

test('nothing typed can become structure', () => {
  const text = draftText({ ...head, title: "a'\nlines: [] #" }, [{ ...emptyLine("1', do: 'x"), name: 'b\nc' }]);
  expect(text).toContain("title: 'a'' lines: [] #'\n");
  expect(text).toContain("- {do: rename, unit: '1'', do: ''x', name: 'b c'}\n");
});

test('each verb writes its own fields', () => {
  const line = emptyLine();
  expect(draftText(head, [{ ...line, verb: 'merge', unit: '1', from: '2, 3;4' }])).toContain("- {do: merge, into: '1', from: ['2', '3', '4']}");
  expect(draftText(head, [{ ...line, verb: 'dissolve', unit: '2', parent: '1' }])).toContain("- {do: dissolve, unit: '2', within: '1'}");
  expect(draftText(head, [{ ...line, verb: 'split', unit: '2', name: 'Xã B', kind: 'commune' }])).toContain("- {do: split, unit: '2', keeps: true, into: [{name: 'Xã B', kind: commune}]}");
  expect(draftText(head, [{ ...line, verb: 'create', unit: '9', name: 'Xã C', kind: 'commune', parent: '1' }])).toContain("- {do: create, code: '9', name: 'Xã C', kind: commune, parent: '1'}");
});
