/** A task done in several short steps, so that a more urgent one need not wait for the whole of it. */
export interface Task {
  /** Does one step; true when there is nothing left to do. A failure is the task's own to report. */
  step(): Promise<boolean>;
}

/**
 * Two queues before one worker: a step of the urgent one always goes first, and within one it is first come,
 * first served.
 */
export class Lanes {
  readonly #lanes: { urgent: Task[]; patient: Task[] } = { urgent: [], patient: [] };
  #busy = false;

  add(task: Task, lane: 'urgent' | 'patient'): void {
    this.#lanes[lane].push(task);
    void this.#work();
  }

  remove(task: Task): void {
    for (const lane of Object.values(this.#lanes)) {
      const at = lane.indexOf(task);
      if (at >= 0) lane.splice(at, 1);
    }
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let task = this.#next(); task; task = this.#next()) {
      if (await task.step()) this.remove(task);
    }
    this.#busy = false;
  }

  #next(): Task | undefined {
    return this.#lanes.urgent[0] ?? this.#lanes.patient[0];
  }
}
