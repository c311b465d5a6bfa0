import { Input, RangeSlider } from '@mantine/core';
import type { MapPoint } from './queries.ts';

/** Days since 1970, both within. */
export type Span = [number, number];

const dayMs = 86_400_000;
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const dayOf = (value: string) => Math.floor(Date.parse(value) / dayMs);
const nameOf = (days: number) => day.format(new Date(days * dayMs + dayMs / 2));

export function spanOf(points: readonly MapPoint[]): Span {
  const days = points.map(({ created_at }) => dayOf(created_at));
  return [days.reduce((a, b) => Math.min(a, b), days[0] ?? 0), days.reduce((a, b) => Math.max(a, b), 0)];
}

export function within(points: readonly MapPoint[], [from, to]: Span): MapPoint[] {
  return points.filter(({ created_at }) => {
    const at = dayOf(created_at);
    return at >= from && at <= to;
  });
}

interface TimeSliderProps {
  whole: Span;
  span: Span;
  onChange(span: Span): void;
}

/** Leaves what was said between two days. */
export function TimeSlider({ whole: [min, max], span, onChange }: TimeSliderProps) {
  if (min === max) return null;
  return (
    <Input.Wrapper
      label={`Said between ${nameOf(span[0])} and ${nameOf(span[1])}`}
      mt="md"
      labelElement="div"
    >
      <RangeSlider
        min={min}
        max={max}
        minRange={0}
        value={span}
        onChange={onChange}
        label={nameOf}
        thumbFromLabel="From"
        thumbToLabel="To"
        mt="xs"
        mx="xs"
      />
    </Input.Wrapper>
  );
}
