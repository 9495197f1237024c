import { expect, test } from 'vitest';
import type { CriteriaSet } from '../../shared/api/types';
import { template } from './template';

test('a template has the exact header, a row for each indicator, a BOM and quotes where needed', () => {
  const set = { id: 's', criteria: [{ indicators: [{ no: '1.1' }, { no: '1.2' }] }] } as unknown as CriteriaSet;
  expect(template(set, 'Xã "A", B')).toBe(
    '\uFEFFunit,indicator,value,value_male,value_female,applicable\r\n"Xã ""A"", B",1.1,,,,\r\n"Xã ""A"", B",1.2,,,,\r\n',
  );
});
