import { Accordion, Button, Group, Paper, Select, Stack, Text, Textarea } from '@mantine/core';
import { ApiProblem } from '../../../api/client.ts';
import type { CvRewrite } from '../../../api/schema.d.ts';
import { useAccount } from '../../../app/account.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { usePropose } from '../queries.ts';
import { PostingSelect } from '../shared/posting-select.tsx';
import { NeedsModel, WithoutModel } from './without-model.tsx';

type Style = CvRewrite['style'];

const styles: { value: Style; label: string }[] = [
  { value: 'modern', label: 'Modern: active, plain and confident' },
  { value: 'minimal', label: 'Minimal: as few words as carry the fact' },
  { value: 'executive', label: 'Executive: scope, decisions and results first' },
  { value: 'ats_optimized', label: 'For applicant tracking: the usual words for things' },
];

interface WishFormProps {
  cvId: string;
  onProposed(id: string): void;
}

/** What changes are wished for; nothing is applied to the CV by asking. */
export function WishForm({ cvId, onProposed }: WishFormProps) {
  const style = useDraft('cv-rewrite-style');
  const wishes = useDraft('cv-rewrite-wishes');
  const jobId = useDraft('cv-rewrite-job');
  const propose = usePropose(cvId);
  const chosen = styles.find(({ value }) => value === style.text)?.value ?? 'modern';
  const isOffline = useAccount().data?.engines?.chat === null;
  const needsModel = propose.error instanceof ApiProblem && propose.error.code === 'llm_required';

  function submit(withWishes: boolean) {
    const instructions = wishes.text.trim();
    const wish = {
      style: chosen,
      ...(withWishes && instructions !== '' && { instructions }),
      ...(jobId.text !== '' && { job_id: jobId.text }),
    };
    propose.mutate(wish, {
      onSuccess({ id }) {
        if (withWishes) wishes.clear();
        onProposed(id);
      },
    });
  }

  return (
    <Paper
      withBorder
      p="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit(true);
      }}
    >
      <Stack gap="sm">
        <div>
          <Text component="h2" fw={600}>
            Propose changes
          </Text>
          <Text size="sm" c="dimmed">
            You see each one as before and after, and your CV changes only by what you accept.
          </Text>
        </div>
        {isOffline && !needsModel && <WithoutModel />}
        {needsModel ? (
          <NeedsModel
            remedy={(propose.error as ApiProblem).remedy}
            onWithout={() => submit(false)}
            isBusy={propose.isPending}
          />
        ) : (
          propose.isError && (
            <ErrorNotice error={propose.error} onRetry={() => submit(true)} isRetrying={propose.isPending} />
          )
        )}
        <Group align="flex-end" gap="sm">
          <Select
            label="How it should read"
            data={styles}
            value={chosen}
            allowDeselect={false}
            onChange={(value) => value && style.setText(value)}
            flex="1 1 16rem"
          />
          <Button type="submit" loading={propose.isPending}>
            Propose changes
          </Button>
        </Group>
        <Accordion variant="default" defaultValue={wishes.text || jobId.text ? 'more' : null}>
          <Accordion.Item value="more" style={{ border: 'none' }}>
            <Accordion.Control p={0}>
              <Text size="sm">Posting and wishes</Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap="sm">
                <PostingSelect
                  label="Word it for a posting"
                  value={jobId.text || null}
                  onChange={(id) => jobId.setText(id ?? '')}
                />
                <Textarea
                  label="Your wishes"
                  description="About wording and emphasis; needs a language model."
                  autosize
                  minRows={2}
                  maxRows={8}
                  maxLength={2000}
                  value={wishes.text}
                  onChange={(event) => wishes.setText(event.currentTarget.value)}
                />
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
        <Text size="sm" c="dimmed" role="status">
          {propose.isPending && 'Going through your CV. With a model this may take a minute…'}
        </Text>
      </Stack>
    </Paper>
  );
}
