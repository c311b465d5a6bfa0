import { Button, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconChecklist, IconFileSearch, IconPencilCheck, IconTargetArrow } from '@tabler/icons-react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { AddCv } from './add/add-cv.tsx';
import classes from './cv-card.module.css';
import { CvCard } from './cv-card.tsx';
import { useCvs } from './queries.ts';

/** The CVs of a person, and where new ones are dropped. */
export default function CvListPage() {
  const cvs = useCvs();
  const all = cvs.data?.pages.flatMap((page) => page.cvs) ?? [];
  return (
    <Page
      title="CV"
      description="See your CV as programs read it, check it, and hold it against a posting."
      size="md"
    >
      <Stack gap="xl">
        <AddCv />
        {cvs.isError && !cvs.data ? (
          <ErrorNotice error={cvs.error} onRetry={() => cvs.refetch()} isRetrying={cvs.isRefetching} />
        ) : cvs.isPending ? (
          <Loading label="Loading your CVs" />
        ) : all.length === 0 ? (
          <WhatOneGets />
        ) : (
          <section aria-label="Your CVs">
            <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {all.map((cv) => (
                <CvCard key={cv.id} cv={cv} />
              ))}
            </Stack>
            {cvs.hasNextPage && (
              <Button
                variant="default"
                mt="md"
                loading={cvs.isFetchingNextPage}
                onClick={() => cvs.fetchNextPage()}
              >
                Show more
              </Button>
            )}
          </section>
        )}
      </Stack>
    </Page>
  );
}

const gains = [
  [IconFileSearch, 'What programs read', 'Every field beside the place in your text that it came from.'],
  [IconChecklist, 'Over sixty checks', 'Readability and writing, each with why it matters and what to do.'],
  [
    IconTargetArrow,
    'The match with a posting',
    'Skill by skill, with the words that prove it on both sides.',
  ],
  [
    IconPencilCheck,
    'Changes, one by one',
    'As before and after; nothing is changed that you did not accept.',
  ],
] as const;

function WhatOneGets() {
  return (
    <section aria-labelledby="what-one-gets">
      <Text component="h2" id="what-one-gets" fw={600} mb="sm">
        No CV yet. With one, you get
      </Text>
      <List listStyleType="none" m={0} p={0} className={classes.gains}>
        {gains.map(([Icon, title, text]) => (
          <List.Item
            key={title}
            icon={
              <ThemeIcon variant="light" size="lg" aria-hidden>
                <Icon size={20} stroke={1.6} />
              </ThemeIcon>
            }
          >
            <Text fw={600}>{title}</Text>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
