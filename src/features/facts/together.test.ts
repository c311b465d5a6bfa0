import { expect, test } from 'vitest';
import { type Said, settleTogether } from './together.ts';

let count = 0;
const on = (day: string, value: string, more: Partial<Said> = {}): Said => {
  const id = `f${String(++count).padStart(4, '0')}`;
  const saidAt = new Date(`2026-${day}T00:00:00Z`);
  const rest = { from: null, to: null, replaces: null, messageRow: id };
  return { id, kind: 'location', value, change: 'state', saidAt, ...rest, ...more };
};
const so = (said: Said[]) => {
  const standings = settleTogether(said);
  return said.filter(({ id }) => standings.get(id)!.validTo === null).map(({ value }) => value);
};

const berlin = on('01-01', 'Berlin');
const potsdam = on('01-02', 'Potsdam');
const both = [on('01-03', 'Berlin', { messageRow: 'm' }), on('01-03', 'Potsdam', { messageRow: 'm' })];

test('what one message states together stays together', () => {
  expect(so(both)).toEqual(['Berlin', 'Potsdam']);
  expect(so([berlin, potsdam, ...both])).toEqual(['Berlin', 'Potsdam']);
  const standings = settleTogether([berlin, potsdam, ...both]);
  expect(both.map(({ id }) => standings.get(id))).toMatchObject([
    { ended: 'repeat', supersededBy: berlin.id },
    { ended: 'repeat', supersededBy: potsdam.id },
  ]);
});

test('saying one of them again takes nothing from the other; what changes, ends or corrects them does', () => {
  const known = [berlin, potsdam, ...both];
  expect(so([...known, on('02-01', 'Potsdam')])).toEqual(['Berlin', 'Potsdam']);
  expect(so([...known, on('02-01', 'Rome', { change: 'change' })])).toEqual(['Rome']);
  expect(so([...known, on('02-01', 'Berlin', { change: 'end' })])).toEqual(['Potsdam']);
  const moved = [...known, on('02-01', 'Rome', { change: 'change' })];
  expect(so([...moved, on('03-01', 'Berlin', { change: 'change' })])).toEqual(['Berlin']);
});

test('before it was said of both, saying one of them again settles which', () => {
  expect(so([berlin, potsdam, on('01-02', 'Potsdam')])).toEqual(['Potsdam']);
});

test('a third one that only one message states is not of them', () => {
  const known = [berlin, potsdam, ...both, on('02-01', 'Rome')];
  expect(so(known)).toEqual(['Berlin', 'Potsdam', 'Rome']);
  expect(so([...known, on('02-02', 'Rome')])).toEqual(['Rome']);
});

test('the order in which statements arrive makes no difference', () => {
  const all = [berlin, potsdam, ...both, on('02-01', 'Potsdam'), on('03-01', 'Rome', { change: 'change' })];
  expect(settleTogether(all.toReversed())).toEqual(settleTogether(all));
});

test('hundreds of values are settled in a moment, and are not meant together', () => {
  const many = Array.from({ length: 300 }, (_, i) => on('01-01', `Town ${i} burg`, { messageRow: 'long' }));
  const again = Array.from({ length: 100 }, () => on('02-01', 'Potsdam'));
  const started = performance.now();
  settleTogether([berlin, potsdam, ...both, ...many, ...again]);
  expect(performance.now() - started).toBeLessThan(3_000);
});
