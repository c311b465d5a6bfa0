import { Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { conversationsQuery } from '../queries.ts';
import { noteKnown, wasKnown } from './known.ts';
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
  const isKnown = useKnown();
  if (!isNew) {
    return (
      <div className={classes.welcome}>
        <Text c="dimmed">There is nothing in this conversation. Write, and it begins.</Text>
      </div>
    );
  }
  // The page that is painted before the app runs holds both greetings, of which first-paint.css shows one.
  if (import.meta.env.SSR) {
    return (
      <>
        <Greeting isKnown={false} onSay={onSay} firstPaint="new" />
        <Greeting isKnown onSay={onSay} firstPaint="known" />
      </>
    );
  }
  return <Greeting isKnown={isKnown} onSay={onSay} />;
}

/** As the list of conversations says; until it is here, as it was at the last visit. */
function useKnown(): boolean {
  const { data } = useInfiniteQuery(conversationsQuery(''));
  const isKnown = data && (data.pages[0]?.conversations.length ?? 0) > 0;
  useEffect(() => {
    if (isKnown !== undefined) noteKnown(isKnown);
  }, [isKnown]);
  return isKnown ?? wasKnown();
}

interface GreetingProps {
  isKnown: boolean;
  onSay: (text: string) => void;
  firstPaint?: 'new' | 'known';
}

function Greeting({ isKnown, onSay, firstPaint }: GreetingProps) {
  return (
    <div className={classes.welcome} data-first-paint={firstPaint}>
      <Stack gap="lg" className={classes.inner}>
        {isKnown ? (
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
