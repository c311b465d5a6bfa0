/** What the marks of a CV's warning are called. */
export const warningKey = (index: number): string => `warning-${index}`;
