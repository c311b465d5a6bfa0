import '@mantine/dates/styles.css';
import { Calendar } from '@mantine/dates';
import dayjs from 'dayjs';
import classes from './calendar.module.css';
import type { Entry } from './entries.ts';
import { kinds } from './kinds.ts';

const monthName = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });
const shortMonth = new Intl.DateTimeFormat(undefined, { month: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const fullDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const dateOf = (text: string) => dayjs(text).toDate();

interface MonthProps {
  /** 2026-03 */
  month: string;
  onMonth(month: string): void;
  days: Map<string, Entry[]>;
  chosen: string | null;
  onDay(day: string): void;
}

/** A month in the person's own way of writing, with a mark for all that is in it. */
export function Month({ month, onMonth, days, chosen, onDay }: MonthProps) {
  return (
    <Calendar
      date={`${month}-01`}
      onDateChange={(date) => onMonth(date.slice(0, 7))}
      size="md"
      fullWidth
      highlightToday
      hideOutsideDates
      firstDayOfWeek={firstDay()}
      monthLabelFormat={(date) => monthName.format(dateOf(date))}
      monthsListFormat={(date) => shortMonth.format(dateOf(date))}
      weekdayFormat={(date) => weekday.format(dateOf(date))}
      getDayAriaLabel={(date) => [fullDay.format(dateOf(date)), ...wordsOf(days.get(date))].join(', ')}
      getDayProps={(date) => ({ selected: date === chosen, onClick: () => onDay(date) })}
      renderDay={(date) => <DayMark date={date} entries={days.get(date)} />}
      ariaLabels={{
        nextMonth: 'Next month',
        previousMonth: 'Previous month',
        nextYear: 'Next year',
        previousYear: 'Previous year',
      }}
      classNames={{ day: classes.day, weekday: classes.weekday }}
    />
  );
}

/** Of the browser's language, where it tells; 0 is Sunday. */
function firstDay(): 0 | 1 | 6 {
  const locale = new Intl.Locale(navigator.language) as Intl.Locale & {
    getWeekInfo?(): { firstDay: number };
  };
  const day = locale.getWeekInfo?.().firstDay;
  return day === 7 ? 0 : day === 6 ? 6 : 1;
}

function wordsOf(entries: Entry[] = []): string[] {
  const counts = Map.groupBy(entries, ({ kind }) => kind);
  return [...counts].map(
    ([kind, list]) => `${kinds[kind].name}${list.length > 1 ? ` ${list.length} times` : ''}`,
  );
}

const mostDots = 4;

function DayMark({ date, entries = [] }: { date: string; entries?: Entry[] }) {
  return (
    <span className={classes.mark}>
      {dateOf(date).getDate()}
      <span className={classes.dots} aria-hidden>
        {entries.slice(0, mostDots).map(({ key, kind }) => (
          <i key={key} style={{ background: `var(--mantine-color-${kinds[kind].color}-6)` }} />
        ))}
      </span>
    </span>
  );
}
