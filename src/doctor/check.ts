/** One thing that was looked at: how it is, and in one line what to do about it. */
export interface Check {
  name: string;
  status: 'ok' | 'warning' | 'problem';
  message: string;
  remedy?: string;
}

export function ok(name: string, message: string): Check {
  return { name, status: 'ok', message };
}

export function warning(name: string, message: string, remedy?: string): Check {
  return { name, status: 'warning', message, remedy };
}

export function problem(name: string, message: string, remedy: string): Check {
  return { name, status: 'problem', message, remedy };
}
