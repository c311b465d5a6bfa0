import {
  IconChartAreaLine,
  IconListCheck,
  IconMap2,
  IconSearch,
  IconSparkles,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';

export interface MemoryTab {
  /** As it stands in the address. */
  value: string;
  label: string;
  icon: TablerIcon;
  Content: ComponentType;
}

/** The page's tabs, each loaded when it is first gone to; the first is where one arrives. */
export const tabs: MemoryTab[] = [
  {
    value: 'search',
    label: 'Search',
    icon: IconSearch,
    Content: lazy(() => import('./search/search-tab.tsx')),
  },
  {
    value: 'profile',
    label: 'Profile',
    icon: IconUser,
    Content: lazy(() => import('./profile/profile-tab.tsx')),
  },
  {
    value: 'topics',
    label: 'Topics',
    icon: IconChartAreaLine,
    Content: lazy(() => import('./topics/topics-tab.tsx')),
  },
  {
    value: 'map',
    label: 'Map',
    icon: IconMap2,
    Content: lazy(() => import('./map/map-tab.tsx')),
  },
  {
    value: 'promises',
    label: 'Promises',
    icon: IconListCheck,
    Content: lazy(() => import('./promises/promises-tab.tsx')),
  },
  {
    value: 'for-you',
    label: 'For you',
    icon: IconSparkles,
    Content: lazy(() => import('./for-you/for-you-tab.tsx')),
  },
];
