import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Application } from '../../../api/schema.d.ts';
import { nameOf } from '../shared/names.ts';
import { StageDot } from '../shared/stage-dot.tsx';
import { closedStages, openStages, type Stage, stageNames } from '../shared/stages.ts';
import classes from './board.module.css';
import { cardId } from './card.tsx';

interface MoveMenuProps {
  application: Application;
  onMove(application: Application, stage: Stage): void;
}

/** The other way to move a card; the focus goes with it where it is still in sight. */
export function MoveMenu({ application, onMove }: MoveMenuProps) {
  function move(stage: Stage) {
    onMove(application, stage);
    setTimeout(() => document.getElementById(cardId(application.id))?.focus(), 50);
  }
  const item = (stage: Stage) => (
    <Menu.Item
      key={stage}
      disabled={stage === application.stage}
      leftSection={<StageDot stage={stage} />}
      onClick={() => move(stage)}
    >
      {stageNames[stage]}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          size="sm"
          className={classes.menu}
          aria-label={`Move to another stage: ${nameOf(application)}`}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Move to</Menu.Label>
        {openStages.map(item)}
        <Menu.Divider />
        {closedStages.map(item)}
      </Menu.Dropdown>
    </Menu>
  );
}
