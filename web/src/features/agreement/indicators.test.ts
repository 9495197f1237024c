import { expect, test } from 'vitest';
import { indicatorLines, readIndicators } from './indicators';

const poor = { line: 1, title: 'Hộ nghèo', unit: '%', low_is_better: true, set_id: 'xa-ntm-2021-2025', indicator: '11' };

test('targets go out as lines and come back the same', () => {
  expect(indicatorLines([poor])).toBe('Hộ nghèo; %; giảm');
  expect(readIndicators(indicatorLines([poor]), [poor])).toEqual([{ title: 'Hộ nghèo', unit: '%', low_is_better: true, set_id: 'xa-ntm-2021-2025', indicator: '11' }]);
});

test('a new line is a new target; blank lines are none', () => {
  expect(readIndicators('\n Đường thôn ;%\n\nMô hình', [poor])).toEqual([
    { title: 'Đường thôn', unit: '%', low_is_better: false, set_id: null, indicator: null },
    { title: 'Mô hình', unit: '', low_is_better: false, set_id: null, indicator: null },
  ]);
});
