/** Gives the token of the person who is signed in; null where nobody is. */
export type TokenSource = () => Promise<string | null>;

let source: TokenSource | null = null;

/** From now on every call to the API carries this token; null: the session cookie says who it is. */
export function setTokenSource(next: TokenSource | null): void {
  source = next;
}

/** The token to send with a call made now. */
export const currentToken = async (): Promise<string | null> => (source ? source() : null);
