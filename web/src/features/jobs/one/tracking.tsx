import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Application } from '../../../api/schema.d.ts';
import { DayText } from '../../../ui/dates.tsx';
import { errorText } from '../../../ui/error-notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { useChange } from '../queries.ts';
import { stageSince } from '../shared/history.ts';
import { StageDot } from '../shared/stage-dot.tsx';
import { isStage, stageOptions } from '../shared/stages.ts';
import { SaveNote } from './save-note.tsx';
import { DayField, TimeField } from './time-field.tsx';
import { useSavedText } from './use-saved-text.ts';

/** The stage, and what comes next. */
export function Tracking({ application }: { application: Application }) {
  const { id, stage } = application;
  const move = useChange(id);
  const change = useChange(id);
  const nextStep = useSavedText(`application-next-${id}`, application.next_step ?? '', (text) =>
    change.mutateAsync({ next_step: text.trim() || null }),
  );
  const source = useSavedText(`application-source-${id}`, application.source ?? '', (text) =>
    change.mutateAsync({ source: text.trim() || null }),
  );
  return (
    <Section title="Where it stands">
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing={6}>
        <div>
          <Select
            label="Stage"
            data={stageOptions}
            value={(move.isPending && move.variables.stage) || stage}
            allowDeselect={false}
            leftSection={<StageDot stage={(move.isPending && move.variables.stage) || stage} />}
            onChange={(value) =>
              isStage(value) &&
              value !== stage &&
              move.mutate(
                { stage: value },
                {
                  onError: (error) =>
                    notifications.show({ color: 'red', title: 'Not moved', message: errorText(error) }),
                },
              )
            }
          />
          <Text size="xs" c="dimmed" role="status" mih="1.2em">
            {move.isPending ? (
              'Saving…'
            ) : (
              <>
                since <DayText value={stageSince(application)} />
              </>
            )}
          </Text>
        </div>
        <div>
          <TextInput
            label="Next step"
            placeholder="Call Ms. Ito, send the portfolio, …"
            maxLength={1000}
            value={nextStep.value}
            onChange={(event) => nextStep.change(event.currentTarget.value)}
            onBlur={nextStep.commit}
            onKeyDown={(event) => event.key === 'Enter' && nextStep.commit()}
          />
          <SaveNote field={nextStep} />
        </div>
        <TimeField
          name={`application-remind-${id}`}
          label="Reminder"
          value={application.remind_at}
          onSave={(remind_at) => change.mutateAsync({ remind_at })}
        />
        <TimeField
          name={`application-interview-${id}`}
          label="Interview"
          value={application.interview_at}
          onSave={(interview_at) => change.mutateAsync({ interview_at })}
        />
        <DayField
          name={`application-applied-${id}`}
          label="Applied"
          value={application.applied_at}
          onSave={(applied_at) => change.mutateAsync({ applied_at })}
        />
        <div>
          <TextInput
            label="Where you found it"
            placeholder="LinkedIn, a friend, …"
            maxLength={100}
            value={source.value}
            onChange={(event) => source.change(event.currentTarget.value)}
            onBlur={source.commit}
            onKeyDown={(event) => event.key === 'Enter' && source.commit()}
          />
          <SaveNote field={source} />
        </div>
      </SimpleGrid>
    </Section>
  );
}
