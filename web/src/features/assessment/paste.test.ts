import { expect, test } from 'vitest';
import { isBlock, plainNumber, plan, type Target } from './paste';

const line = (no: string, more: Partial<Target> = {}): Target => ({ no, name: no, kind: 'percent', scale: [], both_sexes: false, editable: true, ...more });
const lines = [line('1.1', { kind: 'boolean' }), line('2.1'), line('2.2', { editable: false }), line('12.1', { both_sexes: true }), line('16')];
const brief = (text: string, from: Parameters<typeof plan>[2] = null): string[] => plan(text, lines, from).map((p) => `${p.no}/${p.part}=${p.fault ?? p.value}`);

test('one value is typed, two are a block', () => {
  expect([isBlock('95,5'), isBlock('95,5\r\n'), isBlock('1\n2'), isBlock('1\t2')]).toEqual([false, false, true, true]);
});

test('a column goes down from the cell in hand, past what is locked, and both sexes take two', () => {
  expect(brief('95,5\r\n70\r\n71\r\n100\r\n', { no: '2.1', part: 'value' })).toEqual(['2.1/value=95,5', '12.1/male=70', '12.1/female=71', '16/value=100']);
});

test('a row goes the same way; an empty cell leaves what stands', () => {
  expect(brief('đạt\t\t70', { no: '1.1', part: 'value' })).toEqual(['1.1/value=true', '12.1/male=70']);
});

test('two columns go by the number of the indicator, in any order', () => {
  expect(brief('16\t1.234,5\n12.1\t70\t71,5\n1.1\tKhông đạt')).toEqual(['16/value=1234,5', '12.1/male=70', '12.1/female=71,5', '1.1/value=false']);
});

test('what has no place says why, and keeps its text', () => {
  expect(brief('9.9\t1\n2.1\tnhiều\n2.2\t5\n16\t1\n16\t2')).toEqual(['9.9/value=unknown', '2.1/value=unreadable', '2.2/value=locked', '16/value=1', '16/value=twice']);
  expect(brief('1\n2\n3', { no: '12.1', part: 'female' })).toEqual(['12.1/female=1', '16/value=2', '/value=no_room']);
  expect(brief('\n\n')).toEqual(['/value=empty']);
});

test('numbers carry the marks of Excel: percent, spaces, thousands', () => {
  expect([plainNumber('95,5 %'), plainNumber('1.234.567'), plainNumber('1.234,50'), plainNumber('1 234'), plainNumber('1.234'), plainNumber('1,2,3')])
    .toEqual(['95,5', '1234567', '1234,5', '1234', '1,234', undefined]);
});
