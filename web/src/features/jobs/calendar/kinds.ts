import { IconBell, IconCalendarEvent, IconHourglass, type TablerIcon } from '@tabler/icons-react';
import type { EntryKind } from './entries.ts';

export const kinds: Record<EntryKind, { name: string; color: string; icon: TablerIcon }> = {
  interview: { name: 'Interview', color: 'violet', icon: IconCalendarEvent },
  reminder: { name: 'Reminder', color: 'orange', icon: IconBell },
  deadline: { name: 'Posting ends', color: 'red', icon: IconHourglass },
};
