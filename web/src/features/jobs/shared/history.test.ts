import { describe, expect, it } from 'vitest';
import { daysInStage, eventWords, stageSince, type TimelineEvent } from './history.ts';

const event = (parts: Partial<TimelineEvent>): TimelineEvent => ({
  at: '2026-03-01T10:00:00.000Z',
  by: 'person',
  kind: 'note',
  from: null,
  to: null,
  note: null,
  ...parts,
});

describe('the past of an application', () => {
  it('says each event in words', () => {
    const words = (parts: Partial<TimelineEvent>) => eventWords(event(parts));
    expect(words({ kind: 'created', to: 'saved' }).what).toBe('Added under Saved');
    expect(words({ kind: 'stage', from: 'saved', to: 'ghosted', note: 'silence' })).toEqual({
      what: 'From Saved to No answer',
      note: 'silence',
    });
    expect(words({ kind: 'reminder', note: 'cleared' })).toEqual({ what: 'Reminder removed', note: null });
    expect(words({ kind: 'interview', note: '2026-03-04T09:30:00.000Z' }).note).toMatch(/2026/);
    // A day has no time, and is the same one in every time zone.
    expect(words({ kind: 'applied_at', note: '2026-03-04T12:00:00.000Z' }).note).toMatch(
      /^(?=.*4)(?=.*2026)[^:]*$/,
    );
    expect(words({ kind: 'cv', note: '0192-an-id' })).toEqual({ what: 'CV linked', note: null });
    expect(words({ kind: 'reviewed' }).what).toBe('reviewed changed');
  });

  it('knows since when it is in its stage', () => {
    const timeline = [event({ kind: 'created', to: 'saved' }), event({ at: '2026-03-05T10:00:00.000Z' })];
    const application = { timeline, created_at: '2026-02-01T00:00:00.000Z' } as never;
    expect(stageSince(application)).toBe('2026-03-01T10:00:00.000Z');
    expect(stageSince({ timeline: [], created_at: '2026-02-01T00:00:00.000Z' })).toBe(
      '2026-02-01T00:00:00.000Z',
    );
    expect(daysInStage(application, Date.parse('2026-03-03T09:00:00.000Z'))).toBe(1);
  });
});
