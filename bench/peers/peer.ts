/** What a peer is given: the same messages, and vectors without a network or a key. */
export interface Setting {
  /** An empty database of a Postgres with pgvector, for this peer alone. */
  postgresUrl: string;
  /** A folder that is deleted afterwards. */
  folder: string;
  dimensions: number;
  embed(text: string): number[];
}

export interface PeerMessage {
  id: string;
  user: string;
  conversation: string;
  role: 'user' | 'assistant';
  text: string;
  createdAt: Date;
}

/** Another memory behind the one interface that the bench knows, used the way its own documentation shows. */
export interface Peer {
  load(messages: PeerMessage[]): Promise<void>;
  /** The ids of the messages that it finds for a user, best first. */
  search(user: string, question: string, k: number): Promise<string[]>;
  close(): Promise<void>;
}

export type OpenPeer = (setting: Setting) => Promise<Peer>;
