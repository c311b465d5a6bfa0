import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconThumbDown,
  IconThumbDownFilled,
  IconThumbUp,
  IconThumbUpFilled,
} from '@tabler/icons-react';
import { rate } from '../actions.ts';
import type { ShownMessage } from '../types.ts';
import { ReasonPopover } from './reason.tsx';

/** Below an answer: what made it, a copy, and whether it helped. */
export function AnswerBar({ message }: { message: ShownMessage }) {
  const { engine, text, rating, partial } = message;
  const verdict = rating?.rating ?? null;
  return (
    <Group gap={2} mt={6}>
      <Rate
        label="This helped"
        isOn={verdict === 'helpful'}
        icon={verdict === 'helpful' ? IconThumbUpFilled : IconThumbUp}
        onClick={() => void rate(message, verdict === 'helpful' ? null : 'helpful')}
      />
      <ReasonPopover message={message}>
        {(ask) => (
          <Rate
            label="This did not help"
            isOn={verdict === 'not_helpful'}
            icon={verdict === 'not_helpful' ? IconThumbDownFilled : IconThumbDown}
            onClick={() => {
              const isOn = verdict === 'not_helpful';
              void rate(message, isOn ? null : 'not_helpful');
              if (!isOn) ask();
            }}
          />
        )}
      </ReasonPopover>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy'}>
            <ActionIcon aria-label={copied ? 'Copied' : 'Copy the answer'} onClick={copy}>
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
      <Text size="xs" c="dimmed" ml={6}>
        {engineName(engine)}
        {partial && ' · broken off'}
      </Text>
    </Group>
  );
}

interface RateProps {
  label: string;
  isOn: boolean;
  icon: typeof IconThumbUp;
  onClick: () => void;
}

function Rate({ label, isOn, icon: Icon, onClick }: RateProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-pressed={isOn} color={isOn ? 'brand' : 'gray'} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** `offline` and `sample` are said in words; models go by their own names. */
function engineName(engine: string | null): string {
  if (engine === null) return '';
  if (engine === 'sample') return 'Made up, with the sample person';
  return engine === 'offline' ? 'Answered offline, without a language model' : `Answered by ${engine}`;
}
