import { Text } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashedCheck,
  IconCircleX,
  IconQuestionMark,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIsActive } from '../text/linked.tsx';
import classes from './match.module.css';
import {
  alternativesOf,
  type ShownDemand,
  type ShownSkill,
  type Status,
  statusWords,
  type Verdict,
} from './status.ts';

const statusIcons: Record<Status, [TablerIcon, color: string]> = {
  listed: [IconCircleCheck, 'teal'],
  supported: [IconCircleDashedCheck, 'blue'],
  missing: [IconCircleX, 'red'],
};

const verdictIcons: Record<Verdict, [TablerIcon, color: string, words: string]> = {
  met: [IconCircleCheck, 'teal', 'met'],
  'not met': [IconCircleX, 'red', 'not met'],
  'not told': [IconQuestionMark, 'gray', 'not told by your CV'],
};

/** A skill that the posting names; pointing at it shows its places in both texts. */
export function SkillRow({ skill: { key, status, match }, posting }: { skill: ShownSkill; posting: string }) {
  const [icon, color] = statusIcons[status];
  const others = alternativesOf(match, posting);
  const proof = match.proofs[0]?.as;
  return (
    <Row
      id={key}
      icon={icon}
      color={color}
      words={statusWords[status]}
      name={others.length > 0 ? `${match.name} or ${others.join(' or ')}` : match.name}
    >
      {match.via && proof && `by «${proof}»`}
    </Row>
  );
}

export function DemandRow({ demand: { key, what, verdict, reason } }: { demand: ShownDemand }) {
  const [icon, color, words] = verdictIcons[verdict];
  return (
    <Row id={key} icon={icon} color={color} words={words} name={what}>
      {reason}
    </Row>
  );
}

interface RowProps {
  id: string;
  icon: TablerIcon;
  color: string;
  /** What the icon says. */
  words: string;
  name: string;
  children: ReactNode;
}

function Row({ id, icon: Icon, color, words, name, children }: RowProps) {
  const isActive = useIsActive([id]);
  return (
    <button
      type="button"
      className={classes.row}
      data-keys={id}
      data-active={isActive || undefined}
      tabIndex={-1}
    >
      <Icon size={18} stroke={1.8} color={`var(--mantine-color-${color}-6)`} role="img" aria-label={words} />
      <span>
        {name}
        {children && (
          <Text span size="xs" c="dimmed" ml={6}>
            {children}
          </Text>
        )}
      </span>
    </button>
  );
}
