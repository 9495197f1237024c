import { expect, test } from 'vitest';
import { go, link, match, place, setQuery } from './router.svelte';

const patterns: [string, string][] = [['/', 'home'], ['/don-vi', 'units'], ['/sap-xep/moi', 'new'], ['/sap-xep/:id', 'one']];

test('a path finds its screen; words stand before parameters', () => {
  expect(match(patterns, '/')).toEqual({ screen: 'home', params: {} });
  expect(match(patterns, '/sap-xep/moi')?.screen).toBe('new');
  expect(match(patterns, '/sap-xep/a%2Fb')).toEqual({ screen: 'one', params: { id: 'a/b' } });
});

test('an unknown path and an empty parameter find nothing', () => {
  expect(match(patterns, '/don-vi/1/2')).toBeUndefined();
  expect(match(patterns, '/sap-xep/')).toBeUndefined();
});

test('an address carries what is shown and leaves out what is empty', () => {
  expect(link('/don-vi', { q: 'xã đồng', kind: '', on: null })).toBe('/van-phong/don-vi?q=x%C3%A3+%C4%91%E1%BB%93ng');
  go('/don-vi', { q: 'dong' });
  expect(place.path).toBe('/don-vi');
  setQuery({ q: '', kind: 'ward' });
  expect(place.query).toEqual({ kind: 'ward' });
  expect(window.location.pathname + window.location.search).toBe('/van-phong/don-vi?kind=ward');
});
