import {
  IconBriefcase,
  IconBulb,
  IconChartDots3,
  IconFileText,
  IconMessageCircle,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';

export interface Place {
  to: string;
  label: string;
  icon: TablerIcon;
  /** Shown to operators alone. */
  operator?: true;
}

/** The app's places, in groups with a line between; mock interviews will stand after the jobs. */
export const places: Place[][] = [
  [
    { to: '/', label: 'Coach', icon: IconMessageCircle },
    { to: '/memory', label: 'Memory', icon: IconBulb },
  ],
  [
    { to: '/cv', label: 'CV', icon: IconFileText },
    { to: '/jobs', label: 'Jobs', icon: IconBriefcase },
  ],
  [
    { to: '/insights', label: 'Insights', icon: IconChartDots3, operator: true },
    { to: '/settings', label: 'Settings', icon: IconSettings },
  ],
];
