import { Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { conversationsQuery } from '../queries.ts';
import { SamplePerson } from './sample.tsx';
import { Suggestions } from './suggestions.tsx';
import classes from './welcome.module.css';

export interface WelcomeProps {
  /** False: a conversation whose messages are all gone. */
  isNew: boolean;
  onSay: (text: string) => void;
}

/** Before the first word: what the coach can do, for somebody new; a short question for somebody known. */
export function Welcome({ isNew, onSay }: WelcomeProps) {
  const { data, isPending } = useInfiniteQuery(conversationsQuery(''));
  const isKnown = (data?.pages[0]?.conversations.length ?? 0) > 0;
  if (!isNew) {
    return (
      <div className={classes.welcome}>
        <Text c="dimmed">There is nothing in this conversation. Write, and it begins.</Text>
      </div>
    );
  }
  return (
    <div className={classes.welcome}>
      <Stack gap="lg" className={classes.inner}>
        {isKnown || isPending ? (
          <Title order={2}>What is on your mind?</Title>
        ) : (
          <div>
            <Title order={2}>Hello. I am your career coach, and I remember.</Title>
            <Text c="dimmed" mt={6}>
              Tell me about your work, your applications, what you were offered and what you want. When it
              matters later, I bring it back: in your own words, with the date, and you can make me forget it
              with a click.
            </Text>
          </div>
        )}
        <Suggestions isKnown={isKnown} onSay={onSay} />
        <SamplePerson isKnown={isKnown} />
      </Stack>
    </div>
  );
}
