import {
  IconCalendar,
  IconChartFunnel,
  IconLayoutKanban,
  IconTable,
  IconTimeline,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import type { Application } from '../../api/schema.d.ts';

export interface ViewProps {
  applications: Application[];
}

export interface View {
  /** As it stands in the address. */
  value: string;
  label: string;
  icon: TablerIcon;
  Content: ComponentType<ViewProps>;
}

/** How applications are shown, each loaded when it is first gone to; the first is where one arrives. */
export const views: View[] = [
  {
    value: 'board',
    label: 'Board',
    icon: IconLayoutKanban,
    Content: lazy(() => import('./board/board-view.tsx')),
  },
  { value: 'table', label: 'Table', icon: IconTable, Content: lazy(() => import('./table/table-view.tsx')) },
  {
    value: 'timeline',
    label: 'Timeline',
    icon: IconTimeline,
    Content: lazy(() => import('./timeline/timeline-view.tsx')),
  },
  {
    value: 'calendar',
    label: 'Calendar',
    icon: IconCalendar,
    Content: lazy(() => import('./calendar/calendar-view.tsx')),
  },
  {
    value: 'figures',
    label: 'Figures',
    icon: IconChartFunnel,
    Content: lazy(() => import('./figures/figures-view.tsx')),
  },
];
