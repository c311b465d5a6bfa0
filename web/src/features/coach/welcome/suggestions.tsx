import { SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import {
  IconBriefcase,
  IconCash,
  IconMessageQuestion,
  IconNotes,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './welcome.module.css';

interface Suggestion {
  icon: TablerIcon;
  title: string;
  text: string;
}

const first: Suggestion[] = [
  {
    icon: IconNotes,
    title: 'Tell me where you stand',
    text: 'I work as … and I would like to …',
  },
  { icon: IconCash, title: 'Talk about money', text: 'How do I ask for a raise?' },
  {
    icon: IconMessageQuestion,
    title: 'Prepare an interview',
    text: 'How do I prepare for an interview next week?',
  },
  { icon: IconBriefcase, title: 'Note an application', text: 'I applied at … as … today.' },
];

const later: Suggestion[] = [
  { icon: IconNotes, title: 'Look back', text: 'What did I want to do next?' },
  ...first.slice(1),
];

/** Ways to begin: each puts a text into the field, which one changes and sends. */
export function Suggestions({ isKnown, onSay }: { isKnown: boolean; onSay: (text: string) => void }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {(isKnown ? later : first).map(({ icon: Icon, title, text }) => (
        <UnstyledButton
          key={title}
          className={classes.suggestion}
          onClick={() => {
            onSay(text);
            document.querySelector<HTMLElement>('[aria-label="Your message"]')?.focus();
          }}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          <span>
            <Text component="span" display="block" size="sm" fw={600}>
              {title}
            </Text>
            <Text component="span" display="block" size="sm" c="dimmed">
              {text}
            </Text>
          </span>
        </UnstyledButton>
      ))}
    </SimpleGrid>
  );
}
