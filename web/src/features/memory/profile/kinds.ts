import type { Fact } from '../../../api/schema.d.ts';

export type FactKind = Fact['kind'];

/** What a fact is about, in the order in which a profile is read. */
export const factKinds: { kind: FactKind; label: string; hint: string }[] = [
  { kind: 'name', label: 'Name', hint: 'Ada' },
  { kind: 'role', label: 'Role now', hint: 'Data analyst' },
  { kind: 'employer', label: 'Employer', hint: 'Harbour Museum' },
  { kind: 'location', label: 'Where you live', hint: 'Lyon' },
  { kind: 'target_role', label: 'Role you want', hint: 'Data engineer' },
  { kind: 'salary_current', label: 'Salary now', hint: '48,000 EUR per year' },
  { kind: 'salary_target', label: 'Salary you want', hint: '60,000 EUR per year' },
  { kind: 'experience', label: 'Experience', hint: '6 years' },
  { kind: 'skill', label: 'Skills', hint: 'SQL' },
  { kind: 'language', label: 'Languages', hint: 'French' },
  { kind: 'education', label: 'Education', hint: 'BSc in statistics' },
  { kind: 'constraint', label: 'What has to fit', hint: 'Remote only' },
  { kind: 'goal', label: 'Goals', hint: 'Lead a team' },
  { kind: 'preference', label: 'What you like', hint: 'Small companies' },
  { kind: 'person', label: 'People', hint: 'Anna, my manager' },
];

export const kindOf = (kind: FactKind) => factKinds.find((one) => one.kind === kind)!;

/** `60000 EUR per year` with the number as one writes it here. */
export function shownValue(value: string): string {
  return value.replace(/\b\d{4,}\b/g, (digits) =>
    Number(digits) >= 10_000 ? new Intl.NumberFormat().format(Number(digits)) : digits,
  );
}
