// Made by `npm run generate` from the OpenAPI document; do not edit.

export interface Paths {
  '/problems/{code}': {
    get: {
      parameters: {
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              code: string;
              status: number;
              meaning: string;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/health': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': Health;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/health/db': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': DatabaseHealth;
          };
        };
        503: {
          content: {
            'application/json': DatabaseError;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/health/db/tables': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': DatabaseTables;
          };
        };
        503: {
          content: {
            'application/json': DatabaseError;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/session': {
    post: {
      parameters: {};
      responses: {
        201: {
          content: {
            'application/json': Session;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {};
      responses: {
        204: {
          content: undefined;
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/account': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': Account;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    patch: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            settings: {
              /**
               * Whether the profile may help others: never with a name, an employer or a quoted text.
               */
              share_profile?: boolean;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Account;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {};
      responses: {
        204: {
          content: undefined;
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/account/claim': {
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * The token of POST /api/session; without it, the session cookie says whose memory it is.
             */
            session_token?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Claimed;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/account/keys': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              keys: ApiKey[];
            };
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * What the key is for.
             */
            name: string;
            /**
             * `read`: what only looks. `write`: what changes things. `chat`: the coach and interviews. `admin`: the operator’s routes, for admins alone.
             *
             * @minItems 1
             * @maxItems 4
             */
            scopes: ('read' | 'write' | 'chat' | 'admin')[];
            /**
             * Without it the key works until it is revoked.
             */
            expires_in_days?: number;
          };
        };
      };
      responses: {
        201: {
          content: {
            'application/json': ApiKeyMade;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/account/keys/{id}': {
    delete: {
      parameters: {
        path: {
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/webhooks/clerk': {
    post: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              outcome: 'applied' | 'duplicate' | 'stale' | 'ignored';
            };
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/insights/topics': {
    get: {
      parameters: {
        query?: {
          /**
           * ISO 8601; UTC where it names no zone.
           */
          since?: string;
          /**
           * ISO 8601; UTC where it names no zone.
           */
          until?: string;
          bucket?: 'week' | 'month';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              bucket: 'week' | 'month';
              /**
               * The most frequent first.
               */
              topics: {
                id: string;
                /**
                 * `own`: messages that fit no topic of the playbook, named by the terms that tell them apart.
                 */
                kind: 'playbook' | 'own';
                label: string;
                count: number;
                /**
                 * ISO 8601 in UTC.
                 */
                first_at: string;
                /**
                 * ISO 8601 in UTC.
                 */
                last_at: string;
                /**
                 * In the order of time; those without a message are left out.
                 */
                buckets: {
                  /**
                   * The Monday, or the first of the month.
                   */
                  start: string;
                  count: number;
                }[];
                /**
                 * message_ids of the latest, newest first; at most 5.
                 */
                examples: string[];
              }[];
              /**
               * Asked about in at least two conversations and on at least two days; the most often first.
               */
              comes_back_to: {
                id: string;
                kind: 'piece' | 'own';
                label: string;
                times: number;
                conversations: number;
                days: number;
                /**
                 * ISO 8601 in UTC.
                 */
                first_at: string;
                /**
                 * ISO 8601 in UTC.
                 */
                last_at: string;
                messages: {
                  id: string;
                  message_id: string;
                  conversation_id: string | null;
                  /**
                   * ISO 8601 in UTC.
                   */
                  created_at: string;
                  snippet: string;
                }[];
              }[];
              /**
               * Messages of no topic.
               */
              unsorted: number;
              /**
               * Messages that say too little to be of one.
               */
              without_subject: number;
              /**
               * How many were read.
               */
              messages: number;
              /**
               * Whether there are older ones that were not read.
               */
              cut: boolean;
              /**
               * How it was made, and the version of that.
               */
              method: string;
              own_topics: {
                state: 'assessed' | 'not_assessed';
                engine: string;
                reason?: string;
              };
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/insights/promises': {
    get: {
      parameters: {
        query?: {
          /**
           * Only these.
           */
          state?: 'open' | 'overdue' | 'done' | 'dismissed';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              promises: TrackedPromise[];
              /**
               * How it was made, and the version of that.
               */
              method: string;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/insights/promises/{id}': {
    patch: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            state: 'open' | 'done' | 'dismissed';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': TrackedPromise;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/insights/map': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * `too_few`: fewer than `needed` messages have a vector; `not_assessed`: the database has none.
               */
              state: 'ready' | 'too_few' | 'not_assessed';
              reason?: string;
              /**
               * The embedding engine.
               */
              engine: string;
              /**
               * How it was made, and the version of that.
               */
              method: string;
              /**
               * Messages that have a vector.
               */
              total: number;
              shown: number;
              /**
               * Whether only some are shown, at even distances in time.
               */
              sampled: boolean;
              /**
               * Messages that wait for their vector.
               */
              pending: number;
              needed: number;
              points: {
                id: string;
                message_id: string;
                conversation_id: string | null;
                /**
                 * 0 to 1. Near points are about like things; the axes mean nothing.
                 */
                x: number;
                y: number;
                cluster: number;
                /**
                 * ISO 8601 in UTC.
                 */
                created_at: string;
                role: string;
                context_type: string | null;
                snippet: string;
              }[];
              clusters: {
                id: number;
                /**
                 * Empty where no terms tell it apart.
                 */
                label: string;
                terms: string[];
                size: number;
              }[];
            };
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/recommendations': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * What the coach said before that bears on the recent conversations, best first; what you rated not helpful is left out.
               */
              past_advice: {
                id: string;
                message_id: string;
                conversation_id: string | null;
                /**
                 * ISO 8601 in UTC.
                 */
                created_at: string;
                snippet: string;
                rating: ('helpful' | 'not_helpful') | null;
                /**
                 * 0 to 1; null where only keywords or only vectors could tell.
                 */
                confidence: number | null;
                /**
                 * Why it is recommended, in plain words.
                 */
                why: string;
                because: {
                  conversation_id: string | null;
                  message_ids: string[];
                };
                /**
                 * How it was made, and the version of that.
                 */
                engine: string;
              }[];
              /**
               * Pieces that fit the recent conversations and were not shown yet, best first.
               */
              playbook: {
                id: string;
                title: string;
                topic: string;
                lead: string;
                sources: string[];
                /**
                 * 0 to 1.
                 */
                fit: number;
                /**
                 * Why it is recommended, in plain words.
                 */
                why: string;
                because: {
                  message_ids: string[];
                };
                /**
                 * How it was made, and the version of that.
                 */
                engine: string;
              }[];
              similar_people: {
                /**
                 * Anything but `ready`: nothing is told, and `why` says what is missing.
                 */
                state:
                  | 'off'
                  | 'needs_account'
                  | 'too_little_said'
                  | 'too_few_people'
                  | 'too_few_similar'
                  | 'ready';
                why: string;
                /**
                 * The least number of people that anything is told of.
                 */
                k: number;
                result: {
                  /**
                   * A range: «5 to 9». Never a number.
                   */
                  people: string;
                  /**
                   * What at least k of them did. Each person counts once. That it worked for them does not mean that it was why.
                   */
                  worked: {
                    kind: 'all' | 'channel' | 'strategy';
                    name: string;
                    /**
                     * A range: «5 to 9». Never a number.
                     */
                    people: string;
                    /**
                     * Who got to an interview.
                     */
                    interview:
                      | 'under_a_quarter'
                      | 'a_quarter_to_half'
                      | 'half_to_three_quarters'
                      | 'over_three_quarters';
                    /**
                     * Who got an offer.
                     */
                    offer:
                      | 'under_a_quarter'
                      | 'a_quarter_to_half'
                      | 'half_to_three_quarters'
                      | 'over_three_quarters';
                  }[];
                  helpful_topics: {
                    topic: string;
                    /**
                     * A range: «5 to 9». Never a number.
                     */
                    people: string;
                  }[];
                } | null;
                /**
                 * How it was made, and the version of that.
                 */
                engine: string;
              };
              /**
               * How many conversations this is made from.
               */
              recent_conversations: number;
              /**
               * How past advice was searched; null where there was nothing to search for.
               */
              recall_mode: string | null;
            };
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/memory/messages': {
    get: {
      parameters: {
        query?: {
          /**
           * An id of 1 to 36 printable characters.
           */
          conversation_id?: string;
          /**
           * What kind of talk it was: career_chat, interview, …
           */
          context_type?: string;
          role?: 'user' | 'assistant';
          /**
           * ISO 8601; UTC where it names no zone.
           */
          since?: string;
          /**
           * ISO 8601; UTC where it names no zone.
           */
          until?: string;
          /**
           * Which come first; the oldest by default.
           */
          order?: 'oldest' | 'newest';
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              messages: Message[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * 1 to 1,000 messages.
             *
             * @minItems 1
             * @maxItems 1000
             */
            messages: NewMessageInput[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * In the order they were sent.
               */
              messages: {
                id: string;
                message_id: string;
                conversation_id: string | null;
                /**
                 * ISO 8601 in UTC.
                 */
                created_at: string;
              }[];
            };
          };
        };
        201: {
          content: {
            'application/json': {
              /**
               * In the order they were sent.
               */
              messages: {
                id: string;
                message_id: string;
                conversation_id: string | null;
                /**
                 * ISO 8601 in UTC.
                 */
                created_at: string;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/memory/status': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': MemoryStatus;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/memory/search': {
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * Plain text, at most 100,000 characters.
             */
            query: string;
            /**
             * How many; 10 by default.
             */
            k?: number;
            mode?: 'hybrid' | 'semantic' | 'keyword';
            filters?: {
              /**
               * An id of 1 to 36 printable characters.
               */
              conversation_id?: string;
              /**
               * What kind of talk it was: career_chat, interview, …
               */
              context_type?: string;
              role?: 'user' | 'assistant';
              /**
               * ISO 8601; UTC where it names no zone.
               */
              since?: string;
              /**
               * ISO 8601; UTC where it names no zone.
               */
              until?: string;
            };
            /**
             * How far the clock of whoever asks is ahead of UTC, such as +05:30: «yesterday» begins at their midnight. UTC where it is left out.
             */
            utc_offset?: string;
            /**
             * Adds what each part gave to the score.
             */
            explain?: boolean;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Best first.
               */
              results: {
                id: string;
                message_id: string;
                text: string;
                /**
                 * user or assistant
                 */
                role: string;
                conversation_id: string | null;
                context_type: string | null;
                metadata: {
                  [k: string]: unknown;
                } | null;
                /**
                 * ISO 8601 in UTC.
                 */
                created_at: string;
                /**
                 * Comparable within one answer; higher is better.
                 */
                score: number;
                /**
                 * 0 to 1: how likely the message is evidence for the query, comparable between answers. Given by hybrid alone.
                 */
                confidence?: number;
                /**
                 * Whether it probably answers: by the same limits the coach would be reminded of it. With `confidence`.
                 */
                likely?: boolean;
                explain?: {
                  [k: string]: number;
                };
              }[];
              /**
               * The mode that was really used.
               */
              mode: 'hybrid' | 'semantic' | 'keyword';
              /**
               * Why it is not the one that was asked for.
               */
              degraded?: string;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/memory/context': {
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * Plain text, at most 100,000 characters.
             */
            query: string;
            /**
             * 1,500 by default.
             */
            token_budget?: number;
            /**
             * The running conversation: what is in it is left out.
             */
            conversation_id?: string;
            /**
             * How far the clock of whoever asks is ahead of UTC, such as +05:30: «yesterday» begins at their midnight. UTC where it is left out.
             */
            utc_offset?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Text for a prompt. What is unlikely to bear on the query is left out; empty where nothing relevant was found.
               */
              context: string;
              /**
               * Estimated; 0 where the context is empty.
               */
              tokens: number;
              /**
               * The message_ids of what is quoted; none where the context is empty.
               */
              sources: string[];
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/memory/messages/{id}': {
    delete: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/memory/conversations/{id}': {
    delete: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/memory/export': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/x-ndjson': string;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/conversations': {
    get: {
      parameters: {
        query?: {
          /**
           * Words in titles and messages; each conversation then says where they were found.
           */
          query?: string;
          /**
           * Only this kind; talk (career_chat, interview, none) unless told.
           */
          context_type?: string;
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * The one with the newest message first.
               */
              conversations: {
                id: string;
                title: string;
                /**
                 * `person`, `first words` (of the first message), or the model that made it.
                 */
                title_by: string;
                /**
                 * Of the first message.
                 */
                created_at: string;
                /**
                 * ISO 8601 in UTC.
                 */
                last_message_at: string;
                message_count: number;
                /**
                 * The beginning of the last message, on one line.
                 */
                preview: string;
                context_type: string | null;
                /**
                 * How many answers were rated so.
                 */
                rated: {
                  helpful: number;
                  not_helpful: number;
                };
                /**
                 * With `query`: the message that fits best; null where the title alone does.
                 */
                match?: {
                  message_id: string;
                  snippet: string;
                  /**
                   * ISO 8601 in UTC.
                   */
                  created_at: string;
                } | null;
              }[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/conversations/{id}': {
    get: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: string;
              title: string;
              /**
               * `person`, `first words` (of the first message), or the model that made it.
               */
              title_by: string;
              /**
               * Of the first message.
               */
              created_at: string;
              /**
               * ISO 8601 in UTC.
               */
              last_message_at: string;
              message_count: number;
              /**
               * The beginning of the last message, on one line.
               */
              preview: string;
              context_type: string | null;
              /**
               * How many answers were rated so.
               */
              rated: {
                helpful: number;
                not_helpful: number;
              };
              /**
               * Of what no longer fits a prompt; null while everything does.
               */
              summary: {
                /**
                 * In the order of the conversation.
                 */
                points: {
                  text: string;
                  /**
                   * The messages it stands on; it goes with any of them.
                   */
                  message_ids: string[];
                  /**
                   * ISO 8601 in UTC.
                   */
                  from: string;
                  /**
                   * ISO 8601 in UTC.
                   */
                  to: string;
                  /**
                   * `digest-1`: sentences as they were said; else the model that wrote it.
                   */
                  engine: string;
                }[];
                state: 'done' | 'pending' | 'set_aside';
                /**
                 * Why the last attempt failed.
                 */
                error: string | null;
              } | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    patch: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * At most 200 characters; null takes it back, and the first words count again.
             */
            title: string | null;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Conversation;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/conversations/{id}/messages': {
    get: {
      parameters: {
        query?: {
          /**
           * Which come first.
           */
          order?: 'newest' | 'oldest';
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              messages: ChatMessage[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/conversations/{id}/summary': {
    post: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        202: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/messages/{message_id}/rating': {
    put: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          message_id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            rating: 'helpful' | 'not_helpful';
            /**
             * Why, in the person’s own words; at most 1,000 characters. Left out, an earlier one goes.
             */
            reason?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Rating;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          message_id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/billing': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': Billing;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/billing/checkout': {
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * The id of a plan that is for sale.
             */
            plan: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * A page of Stripe: send the person there.
               */
              url: string;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/billing/portal': {
    post: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * A page of Stripe: send the person there.
               */
              url: string;
            };
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/webhooks/stripe': {
    post: {
      parameters: {
        header?: {
          'stripe-signature'?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              received: true;
              /**
               * seen: it came before; ignored: not about us.
               */
              result: 'handled' | 'seen' | 'ignored';
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/chat': {
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * What the person says, at most 20,000 characters.
             */
            message: string;
            /**
             * The running conversation; a new one begins where it is left out.
             */
            conversation_id?: string;
            /**
             * Yours; made where you have none. Sent again with it, a message is neither kept nor answered twice.
             */
            message_id?: string;
            /**
             * How far the clock of whoever asks is ahead of UTC, such as +05:30: «yesterday» begins at their midnight. UTC where it is left out.
             */
            utc_offset?: string;
            /**
             * true: the answer comes as the AI SDK's UI message stream.
             */
            stream?: boolean;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': ChatAnswer;
            'text/event-stream': string;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/facts': {
    get: {
      parameters: {
        query?: {
          /**
           * What it is about.
           */
          kind?:
            | 'name'
            | 'role'
            | 'employer'
            | 'location'
            | 'target_role'
            | 'salary_current'
            | 'salary_target'
            | 'experience'
            | 'skill'
            | 'language'
            | 'education'
            | 'constraint'
            | 'goal'
            | 'preference'
            | 'person';
          /**
           * true: only what is so now.
           */
          current?: 'true' | 'false';
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              facts: Fact[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * What it is about.
             */
            kind:
              | 'name'
              | 'role'
              | 'employer'
              | 'location'
              | 'target_role'
              | 'salary_current'
              | 'salary_target'
              | 'experience'
              | 'skill'
              | 'language'
              | 'education'
              | 'constraint'
              | 'goal'
              | 'preference'
              | 'person';
            /**
             * What is so, in a few words: `Lyon`, `60000 EUR per year`. At most 120 characters.
             */
            value: string;
            /**
             * For kinds of which one has several: `notice_period`, `manager`. Made from the value where it is left out.
             */
            key?: string;
            /**
             * ISO 8601; UTC where it names no zone.
             */
            valid_from?: string;
            /**
             * Where it is over already.
             */
            valid_to?: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            'application/json': Fact;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/facts/status': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': FactsStatus;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/facts/retry': {
    post: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              retried: number;
            };
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/facts/{id}': {
    patch: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * What is right instead.
             */
            value?: string;
            /**
             * ISO 8601; UTC where it names no zone.
             */
            valid_from?: string;
            /**
             * When it ended.
             */
            valid_to?: string;
            /**
             * Pinned facts come first.
             */
            pinned?: boolean;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Fact;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        query?: {
          /**
           * true: everything of its kind and key goes too.
           */
          history?: 'true' | 'false';
        };
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/facts/{id}/history': {
    get: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * All of its kind and key, the oldest first.
               */
              facts: Fact[];
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/facts/{id}/answers': {
    get: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              answers: {
                message_id: string;
                conversation_id: string | null;
                /**
                 * ISO 8601 in UTC.
                 */
                created_at: string;
                excerpt: string;
                /**
                 * Whether the answer names it; else it was before the engine and may have shaped it.
                 */
                cited: boolean;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/jobs': {
    get: {
      parameters: {
        query?: {
          /**
           * Words in title, company, location or description; all of them.
           */
          q?: string;
          status?: 'draft' | 'active' | 'paused' | 'closed';
          /**
           * Only those whose time is over, or only those whose is not.
           */
          expired?: 'true' | 'false';
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Newest first.
               */
              jobs: JobSummary[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': NewJobInput;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Job;
          };
        };
        201: {
          content: {
            'application/json': Job;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/jobs/{id}': {
    get: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Job;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    patch: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': JobPatchInput;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Job;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/jobs/import': {
    post: {
      parameters: {
        query?: {
          /**
           * For a body of CSV.
           */
          preview?: 'true' | 'false';
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * CSV with a line of headers (Company, Role, Location, Salary, URL, Source, Notes, Tags and others); at most 2,000 rows.
             */
            csv: string;
            /**
             * Tells what would happen and writes nothing.
             */
            preview?: boolean;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': JobImport;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/applications': {
    get: {
      parameters: {
        query?: {
          /**
           * One or more, divided by commas.
           */
          stage?: string;
          /**
           * In title, company, place, notes, tags, contacts.
           */
          q?: string;
          company?: string;
          /**
           * true: only what there is something to do about this week.
           */
          due?: 'true' | 'false';
          /**
           * With - from the last to the first.
           */
          sort?:
            | 'created_at'
            | '-created_at'
            | 'updated_at'
            | '-updated_at'
            | 'applied_at'
            | '-applied_at'
            | 'remind_at'
            | '-remind_at'
            | 'interview_at'
            | '-interview_at'
            | 'company'
            | '-company'
            | 'stage'
            | '-stage';
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
          /**
           * csv: all that the filters let through, as a file (also by Accept: text/csv).
           */
          format?: 'json' | 'csv';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              applications: Application[];
              next_cursor: string | null;
            };
            'text/csv': string;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * One of your postings; or else `job`.
             */
            job_id?: string;
            /**
             * A job without a posting; one of yours of the same name and address is used.
             */
            job?: {
              title: string;
              company_name: string;
              url?: string | null;
              location?: string | null;
            };
            stage?:
              | 'saved'
              | 'applied'
              | 'screening'
              | 'interview'
              | 'offer'
              | 'accepted'
              | 'rejected'
              | 'withdrawn'
              | 'ghosted';
            /**
             * Since when it is in this stage; now by default.
             */
            at?: string;
            cv_id?: string | null;
            letter_id?: string | null;
            notes?: string | null;
            /**
             * At most 50 people; replaces those there were.
             */
            contacts?:
              | {
                  name: string;
                  role?: string;
                  email?: string;
                  phone?: string;
                  note?: string;
                }[]
              | null;
            /**
             * At most 30; replaces those there were.
             */
            tags?: string[] | null;
            /**
             * What is to be done next.
             */
            next_step?: string | null;
            remind_at?: string | null;
            /**
             * Not in the future.
             */
            applied_at?: string | null;
            interview_at?: string | null;
            /**
             * Where the job was found: LinkedIn, a friend, …
             */
            source?: string | null;
          };
        };
      };
      responses: {
        201: {
          content: {
            'application/json': Application;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/applications/funnel': {
    get: {
      parameters: {
        query?: {
          /**
           * List applications without an answer for so many days.
           */
          silent_days?: number;
          weeks?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Applications that all this is made of.
               */
              n: number;
              /**
               * Reaching a stage counts for all before it.
               */
              reached: {
                stage:
                  | 'saved'
                  | 'applied'
                  | 'screening'
                  | 'interview'
                  | 'offer'
                  | 'accepted'
                  | 'rejected'
                  | 'withdrawn'
                  | 'ghosted';
                reached: number;
                now: number;
              }[];
              ended: {
                stage:
                  | 'saved'
                  | 'applied'
                  | 'screening'
                  | 'interview'
                  | 'offer'
                  | 'accepted'
                  | 'rejected'
                  | 'withdrawn'
                  | 'ghosted';
                n: number;
              }[];
              /**
               * Of those that reached one stage, how many reached the next.
               */
              conversion: {
                from:
                  | 'saved'
                  | 'applied'
                  | 'screening'
                  | 'interview'
                  | 'offer'
                  | 'accepted'
                  | 'rejected'
                  | 'withdrawn'
                  | 'ghosted';
                to:
                  | 'saved'
                  | 'applied'
                  | 'screening'
                  | 'interview'
                  | 'offer'
                  | 'accepted'
                  | 'rejected'
                  | 'withdrawn'
                  | 'ghosted';
                n: number;
                /**
                 * What n is a share of. With few of them the rate says little.
                 */
                of: number;
                /**
                 * 0 to 1; null of nothing.
                 */
                rate: number | null;
                /**
                 * 95% interval (Wilson).
                 */
                low: number | null;
                high: number | null;
                /**
                 * Still in `from`.
                 */
                open: number;
              }[];
              time_in_stage: {
                stage:
                  | 'saved'
                  | 'applied'
                  | 'screening'
                  | 'interview'
                  | 'offer'
                  | 'accepted'
                  | 'rejected'
                  | 'withdrawn'
                  | 'ghosted';
                /**
                 * Stays that are over and whose length is known.
                 */
                n: number;
                /**
                 * In days, to one decimal; null of nothing.
                 */
                median_days: number | null;
                /**
                 * Those in this stage now.
                 */
                so_far: {
                  n: number;
                  /**
                   * In days, to one decimal; null of nothing.
                   */
                  median_days: number | null;
                };
              }[];
              by_source: {
                /**
                 * Null: not told.
                 */
                source: string | null;
                n: number;
                applied: number;
                answered: {
                  n: number;
                  /**
                   * What n is a share of. With few of them the rate says little.
                   */
                  of: number;
                  /**
                   * 0 to 1; null of nothing.
                   */
                  rate: number | null;
                  /**
                   * 95% interval (Wilson).
                   */
                  low: number | null;
                  high: number | null;
                };
                offers: {
                  n: number;
                  /**
                   * What n is a share of. With few of them the rate says little.
                   */
                  of: number;
                  /**
                   * 0 to 1; null of nothing.
                   */
                  rate: number | null;
                  /**
                   * 95% interval (Wilson).
                   */
                  low: number | null;
                  high: number | null;
                };
              }[];
              /**
               * How many came to each stage for the first time; this week last.
               */
              weekly: {
                /**
                 * Its Monday, UTC.
                 */
                week: string;
                saved: number;
                applied: number;
                interviews: number;
                offers: number;
                rejected: number;
              }[];
              no_answer: {
                /**
                 * Applications without an answer for `silent_days` or longer.
                 */
                total: number;
                /**
                 * Those that have waited longest, at most 100.
                 */
                longest: {
                  application_id: string;
                  title: string;
                  company: string;
                  /**
                   * ISO 8601 in UTC.
                   */
                  applied_at: string;
                  days: number;
                }[];
              };
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/applications/due': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              total: number;
              /**
               * The most urgent first, at most 200.
               */
              items: {
                application_id: string;
                title: string;
                company: string;
                stage:
                  | 'saved'
                  | 'applied'
                  | 'screening'
                  | 'interview'
                  | 'offer'
                  | 'accepted'
                  | 'rejected'
                  | 'withdrawn'
                  | 'ghosted';
                kind: 'reminder' | 'interview' | 'after_interview' | 'offer' | 'follow_up' | 'no_answer';
                why: string;
                suggestion: string;
                /**
                 * What it hangs on: the reminder, the interview, the day of applying, …
                 */
                since: string;
                /**
                 * From `since` until now; negative where it is still to come.
                 */
                days: number;
              }[];
            };
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/applications/{id}': {
    get: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Application;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    patch: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Another posting of yours, which has no application.
             */
            job_id?: string;
            stage?:
              | 'saved'
              | 'applied'
              | 'screening'
              | 'interview'
              | 'offer'
              | 'accepted'
              | 'rejected'
              | 'withdrawn'
              | 'ghosted';
            /**
             * When it came to this stage; now by default, not in the future.
             */
            at?: string;
            /**
             * Added to the timeline.
             */
            note?: string;
            cv_id?: string | null;
            letter_id?: string | null;
            notes?: string | null;
            /**
             * At most 50 people; replaces those there were.
             */
            contacts?:
              | {
                  name: string;
                  role?: string;
                  email?: string;
                  phone?: string;
                  note?: string;
                }[]
              | null;
            /**
             * At most 30; replaces those there were.
             */
            tags?: string[] | null;
            /**
             * What is to be done next.
             */
            next_step?: string | null;
            remind_at?: string | null;
            /**
             * Not in the future.
             */
            applied_at?: string | null;
            interview_at?: string | null;
            /**
             * Where the job was found: LinkedIn, a friend, …
             */
            source?: string | null;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Application;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/applications/calendar': {
    post: {
      parameters: {};
      responses: {
        201: {
          content: {
            'application/json': {
              /**
               * Whoever holds it reads your interviews and reminders.
               */
              url: string;
            };
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {};
      responses: {
        204: {
          content: undefined;
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/applications/calendar.ics': {
    get: {
      parameters: {
        query?: {
          /**
           * The secret of the address.
           */
          token?: string;
          /**
           * 1: the notes go into the descriptions.
           */
          notes?: '0' | '1';
        };
      };
      responses: {
        200: {
          content: {
            'text/calendar': string;
          };
        };
        304: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/applications/import': {
    post: {
      parameters: {
        query?: {
          preview?: 'true' | 'false';
          /**
           * How 3/4/2026 is meant, where the file does not show it: day first or month first.
           */
          date_order?: 'dmy' | 'mdy';
          /**
           * What to do with a row whose company and title are those of an application you have.
           */
          duplicates?: 'skip' | 'update';
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * The file, with a header line: at most 4,000,000 characters and 5,000 rows.
             */
            csv: string;
            /**
             * Only says what would happen.
             */
            preview?: boolean;
            /**
             * Header to field, where its name does not tell; null: leave the column.
             */
            mapping?: {
              [k: string]:
                | 'company'
                | 'title'
                | 'location'
                | 'url'
                | 'salary'
                | 'stage'
                | 'applied_at'
                | 'interview_at'
                | 'remind_at'
                | 'saved_at'
                | 'next_step'
                | 'source'
                | 'tags'
                | 'contacts'
                | 'notes'
                | 'stage_history'
                | null;
            };
            /**
             * Your own names of stages, and what they stand for.
             */
            stages?: {
              [k: string]:
                | 'saved'
                | 'applied'
                | 'screening'
                | 'interview'
                | 'offer'
                | 'accepted'
                | 'rejected'
                | 'withdrawn'
                | 'ghosted';
            };
            /**
             * How 3/4/2026 is meant, where the file does not show it: day first or month first.
             */
            date_order?: 'dmy' | 'mdy';
            /**
             * What to do with a row whose company and title are those of an application you have.
             */
            duplicates?: 'skip' | 'update';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              preview: boolean;
              /**
               * Rows with anything in them, without the header.
               */
              rows: number;
              /**
               * In a preview: would be.
               */
              created: number;
              updated: number;
              delimiter: ',' | ';' | '\t' | '|';
              encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
              /**
               * What 3/4/2026 was read as; ambiguous: such dates were left out. Null: there were none.
               */
              date_order: ('dmy' | 'mdy' | 'ambiguous') | null;
              columns: {
                header: string;
                /**
                 * Null: not read.
                 */
                field:
                  | (
                      | 'company'
                      | 'title'
                      | 'location'
                      | 'url'
                      | 'salary'
                      | 'stage'
                      | 'applied_at'
                      | 'interview_at'
                      | 'remind_at'
                      | 'saved_at'
                      | 'next_step'
                      | 'source'
                      | 'tags'
                      | 'contacts'
                      | 'notes'
                      | 'stage_history'
                    )
                  | null;
                by: ('name' | 'mapping') | null;
              }[];
              /**
               * The first 200 rows.
               */
              items: {
                /**
                 * Of the file, from 1.
                 */
                line: number;
                action: 'create' | 'update';
                id: string | null;
                title: string;
                company: string;
                stage:
                  | 'saved'
                  | 'applied'
                  | 'screening'
                  | 'interview'
                  | 'offer'
                  | 'accepted'
                  | 'rejected'
                  | 'withdrawn'
                  | 'ghosted';
              }[];
              skipped: {
                /**
                 * Of the file, from 1.
                 */
                line: number;
                reason: string;
              }[];
              /**
               * What of a row was left out, and why.
               */
              warnings: {
                /**
                 * Of the file, from 1.
                 */
                line: number;
                field: string;
                message: string;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv': {
    get: {
      parameters: {
        query?: {
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Newest first.
               */
              cvs: CvSummary[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      requestBody: {
        content: {
          'multipart/form-data': FormData;
          'application/json': {
            /**
             * Of multipart/form-data: a PDF, DOCX, Markdown, text, HTML or JSON Resume file of at most 10 MB.
             */
            file?: string;
            /**
             * The CV as text, Markdown or HTML.
             */
            text?: string;
            /**
             * A CV in the form of JSON Resume 1.0.0 (https://jsonresume.org/schema).
             */
            json_resume?: {
              [k: string]: unknown;
            };
            /**
             * A name to show; the file’s own where it is left out.
             */
            filename?: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            'application/json': {
              id: string;
              filename: string;
              /**
               * The CV as JSON Resume 1.0.0.
               */
              json_resume: {
                [k: string]: unknown;
              };
              warnings: CvWarning[];
              /**
               * Where in the text each value stands: JSON pointer to character ranges (UTF-16).
               */
              source_spans: {
                [k: string]: {
                  start: number;
                  end: number;
                }[];
              };
              /**
               * What read it: `offline` (rules), or a model. Null where the original backend did.
               */
              engine: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}': {
    get: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Cv;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    patch: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * A CV in the form of JSON Resume 1.0.0 (https://jsonresume.org/schema).
             */
            json_resume: {
              [k: string]: unknown;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Cv;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}/analyses': {
    get: {
      parameters: {
        query?: {
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
        path: {
          /**
           * The CV’s id.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Newest first, without the single checks.
               */
              analyses: (OriginalCvAnalysis | CvAnalysisSummary)[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          /**
           * The CV’s id.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * A saved posting to hold the CV against.
             */
            job_id?: string;
            /**
             * Or the text of one, at most 50,000 characters.
             */
            job_text?: string;
            /**
             * The job title that is aimed at.
             */
            target_title?: string;
            /**
             * junior, mid, senior, …
             */
            target_seniority?: string;
          } | null;
        };
      };
      responses: {
        201: {
          content: {
            'application/json': CvAnalysis;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}/analyses/{aid}': {
    get: {
      parameters: {
        path: {
          /**
           * The CV’s id.
           */
          id: string;
          /**
           * The analysis’ id.
           */
          aid: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': CvAnalysis | OriginalCvAnalysis;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          /**
           * The CV’s id.
           */
          id: string;
          /**
           * The analysis’ id.
           */
          aid: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}/rewrites': {
    get: {
      parameters: {
        query?: {
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Newest first.
               */
              rewrites: {
                id: string;
                cv_id: string;
                /**
                 * What made it: `offline`, or provider and model; null for one that another program made.
                 */
                engine: string | null;
                style: 'modern' | 'minimal' | 'executive' | 'ats_optimized';
                /**
                 * completed; of rows of other programs also pending, processing, failed.
                 */
                status: string;
                job_id: string | null;
                target_job_title: string | null;
                changes: CvChange[];
                /**
                 * Skills of the posting that accepted changes brought in.
                 */
                keywords_added: string[];
                /**
                 * ISO 8601 in UTC.
                 */
                created_at: string;
              }[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * A saved posting to word the CV for.
             */
            job_id?: string;
            /**
             * The text of a posting that is not saved. Not together with job_id.
             */
            job_text?: string;
            /**
             * How it should read.
             */
            style?: 'modern' | 'minimal' | 'executive' | 'ats_optimized';
            /**
             * What the person asks for, in their own words; needs a language model.
             */
            instructions?: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            'application/json': CvRewrite;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}/rewrites/{rid}': {
    get: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
          /**
           * An id of 1 to 36 printable characters.
           */
          rid: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': CvRewrite;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}/rewrites/{rid}/accept': {
    post: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
          /**
           * An id of 1 to 36 printable characters.
           */
          rid: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Ids of changes of this rewrite.
             *
             * @minItems 1
             * @maxItems 500
             *
             * Items: An id of 1 to 36 printable characters.
             */
            change_ids: string[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: string;
              /**
               * All changes of the rewrite, as they stand now.
               */
              changes: CvChange[];
              /**
               * The CV as it stands now.
               */
              json_resume: {
                [k: string]: unknown;
              };
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}/rewrites/{rid}/reject': {
    post: {
      parameters: {
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
          /**
           * An id of 1 to 36 printable characters.
           */
          rid: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Ids of changes of this rewrite.
             *
             * @minItems 1
             * @maxItems 500
             *
             * Items: An id of 1 to 36 printable characters.
             */
            change_ids: string[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: string;
              /**
               * All changes of the rewrite, as they stand now.
               */
              changes: CvChange[];
              /**
               * The CV as it stands now.
               */
              json_resume: {
                [k: string]: unknown;
              };
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/cv/{id}/export': {
    get: {
      parameters: {
        query?: {
          /**
           * PDF, Word, Markdown, or JSON Resume 1.0.0.
           */
          format?: 'pdf' | 'docx' | 'md' | 'json';
        };
        path: {
          /**
           * An id of 1 to 36 printable characters.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/pdf': string;
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string;
            'text/markdown': string;
            'application/json': string;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/admin/overview': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': Overview;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/admin/insights/clusters': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': QuestionClusters;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/admin/insights/topics': {
    get: {
      parameters: {
        query?: {
          /**
           * How many weeks back, this one included.
           */
          weeks?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': TopicsPerWeek;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/admin/insights/gaps': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': KnowledgeGaps;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/admin/insights/status': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': InsightsStatus;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/admin/insights/refresh': {
    post: {
      parameters: {};
      responses: {
        202: {
          content: undefined;
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/letters/{id}/export': {
    get: {
      parameters: {
        query?: {
          /**
           * Of a letter: this version instead of the newest one.
           */
          version?: number;
          /**
           * Plain text, Markdown, Word, or PDF.
           */
          format?: 'txt' | 'md' | 'docx' | 'pdf';
        };
        path: {
          /**
           * Of a version, or of the letter.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'text/plain': string;
            'text/markdown': string;
            'application/pdf': string;
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/letters': {
    get: {
      parameters: {
        query?: {
          /**
           * An id of 1 to 36 printable characters.
           */
          cv_id?: string;
          /**
           * An id of 1 to 36 printable characters.
           */
          job_id?: string;
          /**
           * The next_cursor of the page before.
           */
          cursor?: string;
          limit?: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              letters: Letter[];
              next_cursor: string | null;
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * The CV to write from: the latest one, or that of the letter that is gone on with, if left out.
             */
            cv_id?: string;
            /**
             * A saved posting.
             */
            job_id?: string;
            /**
             * The text of a posting that is not saved. Not together with job_id.
             */
            job_text?: string;
            /**
             * professional, or that of the letter that is gone on with, if left out.
             */
            tone?: 'formal' | 'smart' | 'professional' | 'friendly';
            /**
             * Wishes about wording and emphasis; no source of facts. Followed where a language model is set up.
             */
            instructions?: string;
            /**
             * A letter that gets a further version.
             */
            letter_id?: string;
            /**
             * An application that the letter is for; it is linked there, and nowhere else unless asked.
             */
            application_id?: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            'application/json': Letter;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/letters/{id}': {
    get: {
      parameters: {
        query?: {
          /**
           * Of a letter: this version instead of the newest one.
           */
          version?: number;
        };
        path: {
          /**
           * Of a version, or of the letter.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Letter;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    patch: {
      parameters: {
        path: {
          /**
           * Of a version, or of the letter.
           */
          id: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * The whole letter in the person’s own wording.
             */
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': Letter;
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        413: {
          content: {
            'application/problem+json': Problem;
          };
        };
        415: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          /**
           * Of a version, or of the letter.
           */
          id: string;
        };
      };
      responses: {
        204: {
          content: undefined;
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/letters/{id}/versions': {
    get: {
      parameters: {
        path: {
          /**
           * Of a version, or of the letter.
           */
          id: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              letter_id: string;
              versions: Letter[];
            };
          };
        };
        400: {
          content: {
            'application/problem+json': Problem;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        404: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
  '/api/sample': {
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': Sample;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    post: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': Sample;
          };
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
    delete: {
      parameters: {};
      responses: {
        204: {
          content: undefined;
        };
        401: {
          content: {
            'application/problem+json': Problem;
          };
        };
        403: {
          content: {
            'application/problem+json': Problem;
          };
        };
        429: {
          content: {
            'application/problem+json': Problem;
          };
        };
        503: {
          content: {
            'application/problem+json': Problem;
          };
        };
        default: {
          content: {
            'application/problem+json': Problem;
          };
        };
      };
    };
  };
}
/**
 * Problem details (RFC 9457).
 */
export interface Problem {
  /**
   * `/problems/<code>`, where the code is explained.
   */
  type: string;
  title: string;
  status: number;
  /**
   * Stable, for programs.
   */
  code: string;
  detail?: string;
  /**
   * The path that was called.
   */
  instance: string;
  /**
   * Under which the log has it.
   */
  request_id: string;
  /**
   * Each wrong field, such as `messages[3].role`.
   */
  errors?: {
    field: string;
    message: string;
  }[];
  /**
   * What to do about it.
   */
  remedy?: string;
  /**
   * With `limit_reached`: which limit of the plan it is, and when it is counted anew.
   */
  limit?: {
    /**
     * messages, analyses, interviews or voice_minutes
     */
    kind: string;
    plan: string;
    used: number;
    limit: number;
    resets_at: string;
  };
}
export interface Health {
  status: 'ok';
  service: string;
  /**
   * ISO 8601 in UTC.
   */
  timestamp: string;
  version: string;
}
export interface DatabaseHealth {
  status: 'ok';
  database: 'postgres' | 'sqlite';
  /**
   * Whether the pgvector extension is enabled; never on SQLite.
   */
  pgvector_enabled: boolean;
  /**
   * Whether vectors are searched; else search is by keywords alone.
   */
  vector_search: boolean;
  /**
   * Why it is not.
   */
  reason?: string;
  remedy?: string;
  /**
   * Messages that wait for their embedding, and those that were given up on.
   */
  embedding_queue?: {
    pending: number;
    set_aside_count: number;
  };
  /**
   * ISO 8601 in UTC.
   */
  timestamp: string;
}
export interface DatabaseError {
  status: 'error';
  database: 'postgres' | 'sqlite';
  /**
   * Holds no secret.
   */
  reason: string;
  remedy?: string;
  /**
   * ISO 8601 in UTC.
   */
  timestamp: string;
}
export interface DatabaseTables {
  status: 'ok';
  tables: string[];
  table_count: number;
  /**
   * ISO 8601 in UTC.
   */
  timestamp: string;
}
/**
 * A session of an anonymous visitor. The token is shown this once.
 */
export interface Session {
  user_id: string;
  token: string;
  /**
   * ISO 8601 in UTC.
   */
  expires_at: string;
}
export interface Account {
  user_id: string;
  kind: 'visitor' | 'account';
  name: string | null;
  email: string | null;
  is_admin: boolean;
  /**
   * Of a visitor’s session; null for others.
   */
  session_expires_at: string | null;
  /**
   * What answers here.
   */
  engines: {
    /**
     * Null: the offline engine answers.
     */
    chat: string | null;
    embedding: string;
    voice: {
      listen: string | null;
      speak: string | null;
    };
  };
  settings: {
    /**
     * Whether the profile may help others: never with a name, an employer or a quoted text.
     */
    share_profile: boolean;
  };
  /**
   * How people sign in here; null where nobody can.
   */
  sign_in: {
    clerk_publishable_key: string;
  } | null;
}
export interface Claimed {
  user_id: string;
  /**
   * What is the account’s now; nothing, where it was claimed before.
   */
  moved: {
    messages: number;
    /**
     * CVs, letters, postings, applications, facts, …
     */
    records: number;
  };
  /**
   * Messages that got a new message_id, because another message of the account has theirs.
   */
  renamed: number;
  /**
   * Messages that the account had already, word by word.
   */
  duplicates: number;
}
/**
 * A key of a program that acts for the caller.
 */
export interface ApiKey {
  id: string;
  name: string;
  scopes: ('read' | 'write' | 'chat' | 'admin')[];
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * Null: never.
   */
  expires_at: string | null;
  /**
   * Exact to five minutes.
   */
  last_used_at: string | null;
}
export interface ApiKeyMade {
  id: string;
  name: string;
  scopes: ('read' | 'write' | 'chat' | 'admin')[];
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * Null: never.
   */
  expires_at: string | null;
  /**
   * Exact to five minutes.
   */
  last_used_at: string | null;
  /**
   * Shown this once: only its hash is kept.
   */
  key: string;
}
export interface TrackedPromise {
  id: string;
  /**
   * `overdue`: open, and its day is past everywhere on earth.
   */
  state: 'open' | 'overdue' | 'done' | 'dismissed';
  /**
   * What was promised, from the verb on.
   */
  action: string;
  message_id: string;
  /**
   * The sentence, as it was said.
   */
  quote: string;
  /**
   * ISO 8601 in UTC.
   */
  said_at: string;
  /**
   * The last time, where it was said more than once.
   */
  said_again: {
    message_id: string;
    /**
     * The sentence, as it was said.
     */
    quote: string;
    /**
     * ISO 8601 in UTC.
     */
    said_at: string;
  } | null;
  times: number;
  /**
   * Counted from the day (UTC) on which it was said.
   */
  due: {
    /**
     * A day, UTC.
     */
    date: string;
    /**
     * The words that name it.
     */
    text: string;
  } | null;
  closed: {
    by: 'said' | 'marked';
    /**
     * ISO 8601 in UTC.
     */
    at: string;
    message_id: string | null;
    quote: string | null;
  } | null;
}
export interface Message {
  id: string;
  message_id: string;
  text: string;
  /**
   * user or assistant
   */
  role: string;
  conversation_id: string | null;
  context_type: string | null;
  metadata: {
    [k: string]: unknown;
  } | null;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
}
export interface NewMessageInput {
  /**
   * Plain text, at most 100,000 characters.
   */
  text: string;
  role: 'user' | 'assistant';
  /**
   * Yours; made where you have none. The same one again changes nothing.
   */
  message_id?: string;
  /**
   * An id of 1 to 36 printable characters.
   */
  conversation_id?: string;
  /**
   * What kind of talk it was: career_chat, interview, …
   */
  context_type?: string;
  /**
   * A JSON object of your own, at most 16 kB.
   */
  metadata?: {
    [k: string]: unknown;
  };
  /**
   * When it was said; now, where it is left out.
   */
  created_at?: string;
}
/**
 * How far the embedding of your messages is.
 */
export interface MemoryStatus {
  /**
   * The embedding engine in use; only its vectors are compared.
   */
  engine: string;
  /**
   * Null: not known before the first answer of the engine.
   */
  dimensions: number | null;
  /**
   * False where the database has no vectors: all is found by keyword.
   */
  vector_search: boolean;
  /**
   * Messages that are found by keyword.
   */
  messages: number;
  /**
   * Those of them that are found by meaning too.
   */
  embedded: number;
  /**
   * Waiting for their vector.
   */
  pending: number;
  /**
   * Given up after repeated failure, until the operator asks for another attempt.
   */
  set_aside: number;
}
export interface Conversation {
  id: string;
  title: string;
  /**
   * `person`, `first words` (of the first message), or the model that made it.
   */
  title_by: string;
  /**
   * Of the first message.
   */
  created_at: string;
  /**
   * ISO 8601 in UTC.
   */
  last_message_at: string;
  message_count: number;
  /**
   * The beginning of the last message, on one line.
   */
  preview: string;
  context_type: string | null;
  /**
   * How many answers were rated so.
   */
  rated: {
    helpful: number;
    not_helpful: number;
  };
}
export interface ChatMessage {
  id: string;
  message_id: string;
  /**
   * user or assistant
   */
  role: string;
  text: string;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  context_type: string | null;
  /**
   * What made the answer; null for what the person said.
   */
  engine: string | null;
  /**
   * The message_id of what it answers.
   */
  reply_to: string | null;
  /**
   * The answer broke off.
   */
  partial: boolean;
  /**
   * Of the sample person.
   */
  sample: boolean;
  /**
   * What was recalled for the answer; what was forgotten since is left out.
   */
  memories: {
    id: string;
    message_id: string;
    text: string;
    role: string;
    conversation_id: string | null;
    /**
     * ISO 8601 in UTC.
     */
    created_at: string;
  }[];
  /**
   * As in the answer of POST /api/chat.
   */
  sources: {
    kind: string;
    id: string;
    title: string;
    [k: string]: unknown;
  }[];
  rating: {
    rating: 'helpful' | 'not_helpful';
    reason: string | null;
    /**
     * ISO 8601 in UTC.
     */
    created_at: string;
    /**
     * ISO 8601 in UTC.
     */
    updated_at: string;
  } | null;
}
export interface Rating {
  message_id: string;
  conversation_id: string | null;
  rating: 'helpful' | 'not_helpful';
  reason: string | null;
  /**
   * When the message was rated first.
   */
  created_at: string;
  /**
   * ISO 8601 in UTC.
   */
  updated_at: string;
}
export interface Billing {
  /**
   * False: nothing is sold here, and nothing is limited.
   */
  enabled: boolean;
  /**
   * Null where nothing is sold.
   */
  plan: string | null;
  /**
   * Of the subscription; past_due: a payment failed, and Stripe tries again.
   */
  status: 'none' | 'active' | 'trialing' | 'past_due' | 'canceled' | 'ended';
  /**
   * Canceled, and running on to the end of what is paid.
   */
  cancel_at_period_end: boolean;
  /**
   * A month; null: as much as one likes.
   */
  limits: {
    messages: number | null;
    analyses: number | null;
    interviews: number | null;
    voice_minutes: number | null;
  };
  /**
   * In this period. Minutes of voice to one digit, the rest in pieces.
   */
  used: {
    messages: number;
    analyses: number;
    interviews: number;
    voice_minutes: number;
  };
  /**
   * ISO 8601 in UTC.
   */
  period_start: string;
  /**
   * When use is counted anew.
   */
  period_end: string;
  /**
   * In the order to show them; none where nothing is sold.
   */
  plans: {
    id: string;
    name: string;
    /**
     * What it costs, in the words of the operator.
     */
    price_text: string | null;
    for_sale: boolean;
    /**
     * A month; null: as much as one likes.
     */
    limits: {
      messages: number | null;
      analyses: number | null;
      interviews: number | null;
      voice_minutes: number | null;
    };
  }[];
}
export interface ChatAnswer {
  conversation_id: string;
  /**
   * Of the answer.
   */
  message_id: string;
  /**
   * Of the message it answers.
   */
  user_message_id: string;
  /**
   * Markdown.
   */
  reply: string;
  /**
   * What made the answer: `openai/gpt-4o`, `offline`, …
   */
  engine: string;
  /**
   * What was recalled for it.
   */
  memories: {
    id: string;
    message_id: string;
    text: string;
    role: string;
    conversation_id: string | null;
    /**
     * ISO 8601 in UTC.
     */
    created_at: string;
  }[];
  sources: (
    | {
        kind: 'memory';
        id: string;
        title: string;
        /**
         * ISO 8601 in UTC.
         */
        created_at: string;
        /**
         * Whether the answer names it; else it was before the engine and may have shaped it.
         */
        cited: boolean;
      }
    | {
        kind: 'playbook';
        id: string;
        title: string;
        topic: string;
        /**
         * The works the piece rests on.
         */
        references: string[];
        /**
         * Whether the answer names it; else it was before the engine and may have shaped it.
         */
        cited: boolean;
      }
    | {
        kind: 'cv';
        id: string;
        title: string;
        /**
         * Whether the answer names it; else it was before the engine and may have shaped it.
         */
        cited: boolean;
      }
    | {
        kind: 'job';
        id: string;
        title: string;
        /**
         * Whether the answer names it; else it was before the engine and may have shaped it.
         */
        cited: boolean;
      }
    | {
        kind: 'application';
        id: string;
        title: string;
        /**
         * Whether the answer names it; else it was before the engine and may have shaped it.
         */
        cited: boolean;
      }
    | {
        kind: 'letter';
        id: string;
        title: string;
        /**
         * Whether the answer names it; else it was before the engine and may have shaped it.
         */
        cited: boolean;
      }
    | {
        kind: 'fact';
        id: string;
        title: string;
        /**
         * Whether the answer names it; else it was before the engine and may have shaped it.
         */
        cited: boolean;
      }
  )[];
}
export interface Fact {
  id: string;
  /**
   * What it is about.
   */
  kind:
    | 'name'
    | 'role'
    | 'employer'
    | 'location'
    | 'target_role'
    | 'salary_current'
    | 'salary_target'
    | 'experience'
    | 'skill'
    | 'language'
    | 'education'
    | 'constraint'
    | 'goal'
    | 'preference'
    | 'person';
  /**
   * What it is about within its kind; of one kind and key one value is so at a time.
   */
  key: string;
  value: string;
  /**
   * The words that say it.
   */
  text: string;
  /**
   * The message it was read off; null where you stated it.
   */
  source_message_id: string | null;
  /**
   * Where the words stand in that message, in UTF-16 code units.
   */
  evidence: {
    start: number;
    end: number;
  } | null;
  /**
   * ISO 8601 in UTC.
   */
  said_at: string;
  /**
   * How it was stated: it is so, it became so, it was so, it ended, the earlier was wrong.
   */
  change: 'state' | 'change' | 'past' | 'end' | 'correction';
  /**
   * When it began, or was said first where nobody said when it began.
   */
  valid_from: string;
  /**
   * Null while it is so.
   */
  valid_to: string | null;
  /**
   * The fact that took its place.
   */
  superseded_by: string | null;
  /**
   * Why it is over: something new, it was wrong, it was only said again, it ended.
   */
  ended: ('change' | 'correction' | 'repeat' | 'end') | null;
  /**
   * Facts that are said to be so as well, and cannot both be.
   */
  contradicts: string[];
  /**
   * 0 to 1; 1 for what you stated yourself.
   */
  confidence: number;
  pinned: boolean;
  /**
   * What read it: `offline/facts-1`, a model, or `person`.
   */
  engine: string;
  /**
   * You stated or corrected it yourself.
   */
  corrected_by_user: boolean;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
}
export interface FactsStatus {
  engine: string;
  /**
   * Messages that are still to be read.
   */
  pending: number;
  /**
   * Messages that a model could not be made to read. The patterns have read them.
   */
  set_aside: number;
  failures: {
    message_id: string;
    error: string;
    attempts: number;
  }[];
}
export interface JobSummary {
  id: string;
  title: string | null;
  company_name: string | null;
  location: string | null;
  /**
   * Null where the posting does not say.
   */
  remote: boolean | null;
  /**
   * All of `job_types` in one text.
   */
  job_type: string | null;
  /**
   * full-time, part-time, contract, temporary, internship, apprenticeship, permanent, per-diem, volunteer, other
   */
  job_types: string[];
  department: string | null;
  /**
   * Skills that the posting asks for, required and preferred.
   */
  skills_required: string[];
  /**
   * Null where the posting tells none.
   */
  salary: {
    /**
     * In whole units of the currency, for the period; never converted.
     */
    min: number | null;
    max: number | null;
    /**
     * ISO 4217.
     */
    currency: string | null;
    period: ('year' | 'month' | 'week' | 'day' | 'hour') | null;
    /**
     * As the posting says it.
     */
    text: string | null;
  } | null;
  seniority: string | null;
  status: 'draft' | 'active' | 'paused' | 'closed';
  url: string | null;
  /**
   * The employer's own number of the job.
   */
  external_id: string | null;
  published_at: string | null;
  expires_at: string | null;
  expired: boolean;
  /**
   * Where the person found it, from a CSV.
   */
  found_on: string | null;
  notes: string | null;
  tags: string[];
  /**
   * What is missing, was assumed, or is odd in the posting.
   */
  warnings: {
    code: string;
    message: string;
  }[];
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * ISO 8601 in UTC.
   */
  updated_at: string;
}
export interface NewJobInput {
  /**
   * The address of a public page, which is fetched; beside `html`, where that came from.
   */
  url?: string;
  /**
   * The text of the posting as copied from a page or a mail.
   */
  text?: string;
  /**
   * The source of the page, where it cannot be fetched.
   */
  html?: string;
  /**
   * Counts more than what the posting says.
   */
  title?: string;
  /**
   * Counts more than what the posting says.
   */
  company_name?: string;
}
/**
 * A posting. What it does not say is null or empty.
 */
export interface Job {
  id: string;
  title: string | null;
  company_name: string | null;
  location: string | null;
  /**
   * Null where the posting does not say.
   */
  remote: boolean | null;
  /**
   * All of `job_types` in one text.
   */
  job_type: string | null;
  /**
   * full-time, part-time, contract, temporary, internship, apprenticeship, permanent, per-diem, volunteer, other
   */
  job_types: string[];
  department: string | null;
  /**
   * Skills that the posting asks for, required and preferred.
   */
  skills_required: string[];
  /**
   * Null where the posting tells none.
   */
  salary: {
    /**
     * In whole units of the currency, for the period; never converted.
     */
    min: number | null;
    max: number | null;
    /**
     * ISO 4217.
     */
    currency: string | null;
    period: ('year' | 'month' | 'week' | 'day' | 'hour') | null;
    /**
     * As the posting says it.
     */
    text: string | null;
  } | null;
  seniority: string | null;
  status: 'draft' | 'active' | 'paused' | 'closed';
  url: string | null;
  /**
   * The employer's own number of the job.
   */
  external_id: string | null;
  published_at: string | null;
  expires_at: string | null;
  expired: boolean;
  /**
   * Where the person found it, from a CSV.
   */
  found_on: string | null;
  notes: string | null;
  tags: string[];
  /**
   * What is missing, was assumed, or is odd in the posting.
   */
  warnings: {
    code: string;
    message: string;
  }[];
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * ISO 8601 in UTC.
   */
  updated_at: string;
  /**
   * Plain text; bullets are lines that begin with `- `.
   */
  description: string | null;
  requirements: string[];
  responsibilities: string[];
  benefits: string[];
  /**
   * Where it came from; null for a posting of another program.
   */
  source: {
    kind: 'url' | 'text' | 'html' | 'csv';
    /**
     * As it was given.
     */
    url: string | null;
    /**
     * After redirects.
     */
    final_url: string | null;
    fetched_at: string | null;
    /**
     * How it was read: structured data, the readable text of a page, plain text, CSV.
     */
    via: 'json-ld' | 'microdata' | 'readability' | 'text' | 'csv';
    /**
     * Which field came from where; `user` for what the person set.
     */
    fields: {
      [k: string]:
        'json-ld' | 'microdata' | 'meta' | 'page-title' | 'heading' | 'readability' | 'text' | 'csv' | 'user';
    };
  } | null;
}
export interface JobPatchInput {
  title?: string;
  company_name?: string;
  location?: string | null;
  remote?: boolean | null;
  /**
   * @maxItems 10
   */
  job_types?: (
    | 'full-time'
    | 'part-time'
    | 'contract'
    | 'temporary'
    | 'internship'
    | 'apprenticeship'
    | 'permanent'
    | 'per-diem'
    | 'volunteer'
    | 'other'
  )[];
  /**
   * Read anew for requirements and skills.
   */
  description?: string;
  department?: string | null;
  salary?: {
    min: number | null;
    max: number | null;
    currency: string | null;
    period: ('year' | 'month' | 'week' | 'day' | 'hour') | null;
  } | null;
  seniority?: string | null;
  status?: 'draft' | 'active' | 'paused' | 'closed';
  url?: string | null;
  published_at?: string | null;
  expires_at?: string | null;
  notes?: string | null;
  /**
   * @maxItems 50
   */
  tags?: string[];
}
export interface JobImport {
  preview: boolean;
  created: number;
  /**
   * Rows whose posting was there already, or earlier in the file.
   */
  duplicates: number;
  rows: {
    /**
     * In the file, from 1.
     */
    line: number;
    outcome: 'new' | 'duplicate';
    /**
     * Null for a new row of a preview.
     */
    id: string | null;
    title: string | null;
    company_name: string | null;
    warnings: {
      code: string;
      message: string;
    }[];
  }[];
  skipped: {
    line: number;
    reason: string;
  }[];
  /**
   * Which header was taken for what.
   */
  columns: {
    [k: string]: string;
  };
  ignored_columns: string[];
}
export interface Application {
  id: string;
  stage:
    | 'saved'
    | 'applied'
    | 'screening'
    | 'interview'
    | 'offer'
    | 'accepted'
    | 'rejected'
    | 'withdrawn'
    | 'ghosted';
  job: {
    id: string;
    title: string;
    company: string;
    url: string | null;
    location: string | null;
    salary: {
      min: number | null;
      max: number | null;
      currency: string | null;
      /**
       * YEAR, MONTH, WEEK, DAY, HOUR
       */
      period: string | null;
    } | null;
  };
  cv_id: string | null;
  letter_id: string | null;
  notes: string | null;
  contacts: {
    name: string;
    role?: string;
    email?: string;
    phone?: string;
    note?: string;
  }[];
  tags: string[];
  next_step: string | null;
  remind_at: string | null;
  applied_at: string | null;
  interview_at: string | null;
  source: string | null;
  /**
   * What another backend on this database wrote beside it.
   */
  original: {
    cover_letter: string | null;
    rejection_reason: string | null;
    cv_match_score: number | null;
    interview_score: number | null;
    interview_completed_at: string | null;
  } | null;
  /**
   * Raised with every change.
   */
  revision: number;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * ISO 8601 in UTC.
   */
  updated_at: string;
  /**
   * By time, the oldest first.
   */
  timeline: {
    /**
     * ISO 8601 in UTC.
     */
    at: string;
    /**
     * person, coach, import, or original: the backend that was there before.
     */
    by: string;
    /**
     * created, stage, note, interview, reminder, next_step, …
     */
    kind: string;
    /**
     * A stage.
     */
    from: string | null;
    /**
     * A stage.
     */
    to: string | null;
    note: string | null;
  }[];
}
export interface CvSummary {
  id: string;
  filename: string;
  file_type: string | null;
  /**
   * Of the person, where it was read.
   */
  name: string | null;
  /**
   * The title under the name.
   */
  label: string | null;
  /**
   * What read it: `offline` (rules), or a model. Null where the original backend did.
   */
  engine: string | null;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * ISO 8601 in UTC.
   */
  updated_at: string;
}
export interface CvWarning {
  /**
   * Stable, for programs.
   */
  code: string;
  message: string;
  /**
   * What it is about, as a JSON pointer into `json_resume`.
   */
  pointer?: string;
  /**
   * Where in the text.
   */
  spans?: {
    start: number;
    end: number;
  }[];
}
export interface Cv {
  id: string;
  filename: string;
  /**
   * The CV as JSON Resume 1.0.0.
   */
  json_resume: {
    [k: string]: unknown;
  };
  warnings: CvWarning[];
  /**
   * Where in the text each value stands: JSON pointer to character ranges (UTF-16).
   */
  source_spans: {
    [k: string]: {
      start: number;
      end: number;
    }[];
  };
  /**
   * What read it: `offline` (rules), or a model. Null where the original backend did.
   */
  engine: string | null;
  file_type: string | null;
  /**
   * In bytes.
   */
  file_size: number | null;
  pages: number | null;
  /**
   * What was read of the file, in reading order.
   */
  text: string;
  /**
   * JSON pointers into `json_resume`: values that the person wrote in the place of what was read, and lists and entries that they took something out of.
   */
  corrected: string[];
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * ISO 8601 in UTC.
   */
  updated_at: string;
}
/**
 * An analysis that an earlier program made; shown, not computed again.
 */
export interface OriginalCvAnalysis {
  id: string;
  cv_id: string;
  engine: null;
  rubric_version: null;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * The fields of the program that made it, as it left them.
   */
  original: {
    overall_score: number | null;
    ats_score: number | null;
    [k: string]: unknown;
  };
}
export interface CvAnalysisSummary {
  id: string;
  cv_id: string;
  /**
   * What made the judgements: a model, or offline. Checks and match are made by rules.
   */
  engine: string;
  rubric_version: string;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  target_title: string | null;
  target_seniority: string | null;
  job: {
    /**
     * Null where its text was pasted.
     */
    id: string | null;
    title: string | null;
    company_name: string | null;
  } | null;
  readability: {
    passed: number;
    /**
     * Of what was assessed.
     */
    total: number;
  };
  writing: {
    passed: number;
    /**
     * Of what was assessed.
     */
    total: number;
  };
  job_match: {
    required: {
      met: number;
      total: number;
    };
    preferred: {
      met: number;
      total: number;
    };
  } | null;
}
/**
 * Three results that stand apart; there is no number over all of them.
 */
export interface CvAnalysis {
  id: string;
  cv_id: string;
  /**
   * What made the judgements: a model, or offline. Checks and match are made by rules.
   */
  engine: string;
  rubric_version: string;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  target_title: string | null;
  target_seniority: string | null;
  job: {
    /**
     * Null where its text was pasted.
     */
    id: string | null;
    title: string | null;
    company_name: string | null;
    /**
     * What `posting_spans` point into.
     */
    text: string;
  } | null;
  readability: {
    passed: number;
    /**
     * Of what was assessed.
     */
    total: number;
    checks: CvCheck[];
  };
  /**
   * Null where no posting was given.
   */
  job_match: JobMatch | null;
  writing: {
    passed: number;
    /**
     * Of what was assessed.
     */
    total: number;
    checks: CvCheck[];
    judgements:
      | {
          method: string;
          rubric_version: string;
          engine: string;
          /**
           * How often the model was asked.
           */
          runs: number;
          items: {
            id: string;
            title: string;
            question: string;
            min: number;
            median: number;
            max: number;
            /**
             * Of each run that brought evidence.
             */
            scores: number[];
            /**
             * What a CV of this median shows.
             */
            anchor: string;
            /**
             * Passages that stand in the CV.
             */
            evidence: {
              quote: string;
              /**
               * Into the CV’s text, in UTF-16 units.
               */
              span: {
                start: number;
                end: number;
              };
            }[];
          }[];
          /**
           * Answers that were refused (run), and criteria left without a judgement (run null).
           */
          dropped: {
            id: string;
            run: number | null;
            reason: string;
          }[];
          failures: {
            run: number;
            code: string;
            message: string;
          }[];
        }
      | {
          /**
           * Why there are none.
           */
          not_assessed: string;
          engine?: string;
          failures?: {
            run: number;
            code: string;
            message: string;
          }[];
        };
  };
}
export interface CvCheck {
  /**
   * Stable; docs/cv-checks.md lists them all.
   */
  id: string;
  /**
   * high: a CV may fail for this alone; low: a polish.
   */
  severity: 'high' | 'medium' | 'low';
  title: string;
  /**
   * Null: not assessed, `message` says why.
   */
  passed: boolean | null;
  message: string;
  /**
   * What to do; null unless it failed.
   */
  action: string | null;
  /**
   * JSON pointer into the JSON Resume; null: the text or the file.
   */
  pointer: string | null;
  /**
   * Of all findings.
   *
   * Items: Into the CV’s text, in UTF-16 units.
   */
  spans: {
    start: number;
    end: number;
  }[];
  /**
   * At most 50.
   */
  findings: {
    /**
     * JSON pointer into the JSON Resume; null: the text or the file.
     */
    pointer: string | null;
    /**
     * Items: Into the CV’s text, in UTF-16 units.
     */
    spans: {
      start: number;
      end: number;
    }[];
    note: string;
  }[];
  /**
   * Why it matters.
   */
  meaning: string;
  /**
   * The work that the rule rests on; null: common practice.
   */
  source: string | null;
}
/**
 * How the CV answers the posting, each part counted by itself.
 */
export interface JobMatch {
  /**
   * Named in the skills section or the like.
   */
  listed: SkillMatch[];
  /**
   * Shown by what the CV says of jobs, projects, studies.
   */
  supported: SkillMatch[];
  missing: SkillMatch[];
  required: {
    met: number;
    total: number;
  };
  preferred: {
    met: number;
    total: number;
  };
  /**
   * Soft skills are counted apart: their being named proves little.
   */
  totals: {
    required: {
      met: number;
      total: number;
    };
    preferred: {
      met: number;
      total: number;
    };
    mentioned: {
      met: number;
      total: number;
    };
    soft: {
      met: number;
      total: number;
    };
  };
  years: {
    verdict: 'met' | 'not met' | 'not told';
    /**
     * For the reader.
     */
    reason: string;
    cv_spans: {
      start: number;
      end: number;
    }[];
    posting_spans: {
      start: number;
      end: number;
    }[];
    [k: string]: unknown;
  }[];
  degrees: {
    verdict: 'met' | 'not met' | 'not told';
    /**
     * For the reader.
     */
    reason: string;
    cv_spans: {
      start: number;
      end: number;
    }[];
    posting_spans: {
      start: number;
      end: number;
    }[];
    [k: string]: unknown;
  }[];
  languages: {
    verdict: 'met' | 'not met' | 'not told';
    /**
     * For the reader.
     */
    reason: string;
    cv_spans: {
      start: number;
      end: number;
    }[];
    posting_spans: {
      start: number;
      end: number;
    }[];
    [k: string]: unknown;
  }[];
  title: {
    posting: string | null;
    cv: string | null;
    verdict: 'met' | 'not met' | 'not told';
    cv_spans: {
      start: number;
      end: number;
    }[];
    posting_spans: {
      start: number;
      end: number;
    }[];
    [k: string]: unknown;
  };
  keywords: {
    term: string;
    posting: number;
    cv: number;
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
}
export interface SkillMatch {
  /**
   * Its id in the taxonomy.
   */
  skill: string;
  name: string;
  /**
   * required, preferred, or mentioned only.
   */
  kind: string;
  cv_spans: {
    start: number;
    end: number;
  }[];
  posting_spans: {
    start: number;
    end: number;
  }[];
  /**
   * The id of the CV’s skill that implies it.
   */
  via?: string;
  /**
   * language, tool, method, soft, …
   */
  skill_kind: string;
  /**
   * Ids of all that would do, this one too.
   */
  alternatives: string[];
  /**
   * Each place of the CV that shows it; `pointer` is empty for text that no field holds.
   */
  proofs: {
    pointer: string;
    /**
     * The words of the CV.
     */
    as: string;
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
}
export interface CvChange {
  id: string;
  /**
   * JSON pointer into the CV’s json_resume.
   */
  pointer: string;
  /**
   * Empty where the field is not there yet.
   */
  before: string;
  after: string;
  why: string;
  /**
   * proposed: undecided; refused: the CV does not hold what it states, it is never applied; stale: the place was changed since, so it was not applied.
   */
  status: 'proposed' | 'accepted' | 'rejected' | 'refused' | 'stale';
  refused_because?: string;
  /**
   * What the CV does not hold, with its place in `after`.
   */
  unsupported?: {
    kind: string;
    text: string;
    span: {
      start: number;
      end: number;
    };
  }[];
}
export interface CvRewrite {
  id: string;
  cv_id: string;
  /**
   * What made it: `offline`, or provider and model; null for one that another program made.
   */
  engine: string | null;
  style: 'modern' | 'minimal' | 'executive' | 'ats_optimized';
  /**
   * completed; of rows of other programs also pending, processing, failed.
   */
  status: string;
  job_id: string | null;
  target_job_title: string | null;
  changes: CvChange[];
  /**
   * Skills of the posting that accepted changes brought in.
   */
  keywords_added: string[];
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
  /**
   * The CV with what was accepted.
   */
  rewritten_cv_markdown: string | null;
  rewritten_cv_text: string | null;
  /**
   * Why each accepted change was made; of other programs, whatever they kept.
   */
  improvements_made: {
    [k: string]: unknown;
  };
  /**
   * What the deterministic checks ask for in the CV as it stands now, the weightiest first.
   */
  suggestions: CvSuggestion[];
}
export interface CvSuggestion {
  check_id: string;
  severity: 'high' | 'medium' | 'low';
  message: string;
  /**
   * What to do.
   */
  action: string;
  pointer: string | null;
  /**
   * What is at fault at that place.
   */
  note: string | null;
}
export interface Overview {
  version: string;
  /**
   * ISO 8601 in UTC.
   */
  time: string;
  database: {
    kind: 'sqlite' | 'postgres';
    status: 'ok' | 'error';
    reason?: string;
    vector_search: boolean;
  };
  engines: {
    chat: string;
    embedding: string;
    embedding_dimensions: number | null;
  };
  embedding: {
    messages: number;
    embedded: number;
    pending: number;
    set_aside: number;
  };
  usage: {
    /**
     * Who wrote in the last 1, 7 and 30 days.
     */
    active_people: {
      day: number;
      week: number;
      month: number;
    };
    /**
     * The last 30 days in UTC, days without a message included; what people wrote.
     */
    days: {
      day: string;
      messages: number;
      people: number;
    }[];
  };
  totals: {
    people: number;
    messages: number;
    cvs: number;
    analyses: number;
    letters: number;
    applications: number;
    interviews: number;
  };
}
export interface QuestionClusters {
  /**
   * When the clustering was finished; null before the first.
   */
  as_of: string | null;
  /**
   * Nothing with fewer different people behind it is shown.
   */
  min_people: number;
  /**
   * Those that most people ask first.
   */
  clusters: {
    id: number;
    /**
     * A model’s name for it, or its distinguishing terms.
     */
    title: string;
    /**
     * Questions.
     */
    messages: number;
    /**
     * Different people; two visits of one visitor without an account are two.
     */
    people: number;
    /**
     * Distinguishing words, the most distinguishing first.
     */
    terms: {
      term: string;
      /**
       * Different people; two visits of one visitor without an account are two.
       */
      people: number;
    }[];
    /**
     * Words that people of it say near each other. Nobody’s text is quoted.
     */
    examples: {
      phrase: string;
      /**
       * Different people; two visits of one visitor without an account are two.
       */
      people: number;
    }[];
  }[];
  /**
   * Clusters that too few people stand behind.
   */
  suppressed: number;
  /**
   * Questions that were looked at, those of no cluster included.
   */
  questions: number;
}
export interface TopicsPerWeek {
  /**
   * When the clustering was finished; null before the first.
   */
  as_of: string | null;
  /**
   * Nothing with fewer different people behind it is shown.
   */
  min_people: number;
  /**
   * The Monday of the first week.
   */
  from: string;
  /**
   * The Monday of this week.
   */
  to: string;
  topics: {
    id: number;
    /**
     * A model’s name for it, or its distinguishing terms.
     */
    title: string;
    /**
     * Questions.
     */
    messages: number;
    /**
     * Different people; two visits of one visitor without an account are two.
     */
    people: number;
    /**
     * Weeks in which too few people asked are left out.
     */
    weeks: {
      /**
       * Its Monday, in UTC.
       */
      week: string;
      /**
       * Questions.
       */
      messages: number;
      /**
       * Different people; two visits of one visitor without an account are two.
       */
      people: number;
    }[];
  }[];
  /**
   * Weeks of topics that were left out.
   */
  suppressed_weeks: number;
}
export interface KnowledgeGaps {
  /**
   * When the clustering was finished; null before the first.
   */
  as_of: string | null;
  /**
   * Nothing with fewer different people behind it is shown.
   */
  min_people: number;
  /**
   * Those that most people ran into first.
   */
  gaps: {
    id: number;
    /**
     * A model’s name for it, or its distinguishing terms.
     */
    title: string;
    /**
     * Questions.
     */
    messages: number;
    /**
     * Different people; two visits of one visitor without an account are two.
     */
    people: number;
    /**
     * Distinguishing words, the most distinguishing first.
     */
    terms: {
      term: string;
      /**
       * Different people; two visits of one visitor without an account are two.
       */
      people: number;
    }[];
    /**
     * Words that people of it say near each other. Nobody’s text is quoted.
     */
    examples: {
      phrase: string;
      /**
       * Different people; two visits of one visitor without an account are two.
       */
      people: number;
    }[];
    /**
     * Why the answers count as bad; an answer may have several.
     */
    reasons: {
      /**
       * rated_not_helpful, nothing_found, broken_off, not_assessed, no_source or low_confidence.
       */
      reason: string;
      /**
       * Questions.
       */
      messages: number;
      /**
       * Different people; two visits of one visitor without an account are two.
       */
      people: number;
    }[];
    /**
     * For a new piece of the playbook.
     */
    suggested_title: string | null;
    /**
     * What the playbook has that is nearest to it.
     */
    nearest_piece: {
      id: string;
      title: string;
    } | null;
  }[];
  suppressed: number;
}
export interface InsightsStatus {
  running: boolean;
  /**
   * A new clustering was asked for then and is still to be made.
   */
  requested_at: string | null;
  /**
   * In messages.
   */
  progress: {
    phase: 'reading' | 'assigning';
    done: number;
    total: number;
  } | null;
  last_run: {
    /**
     * ISO 8601 in UTC.
     */
    started_at: string;
    finished_at: string | null;
    /**
     * Messages that were read for it so far.
     */
    messages: number;
    clusters: number;
    gaps: number;
    /**
     * The embedding engine whose vectors were compared.
     */
    engine: string;
    /**
     * `terms`, or the model that named the clusters.
     */
    named_by: string;
    parameters: {
      min_people: number;
      seed: number;
      /**
       * Questions that the clusters were found among.
       */
      sampled: number;
      /**
       * The share of messages looked at for them.
       */
      sampled_share: number;
    };
  } | null;
  /**
   * Nothing with fewer different people behind it is shown.
   */
  min_people: number;
  /**
   * What went wrong last.
   */
  error: string | null;
}
export interface Letter {
  /**
   * Of this version.
   */
  id: string;
  /**
   * What all versions share.
   */
  letter_id: string;
  /**
   * From 1.
   */
  version: number;
  /**
   * `offline`, `person`, or provider and model; null for a letter that another program wrote.
   */
  engine: string | null;
  tone: 'formal' | 'smart' | 'professional' | 'friendly';
  /**
   * completed; of rows of other programs also pending, processing, failed.
   */
  status: string;
  text: string;
  /**
   * Something is left for the person to write.
   */
  draft: boolean;
  note: string | null;
  evidence: LetterEvidence[];
  warnings: {
    code: string;
    message: string;
  }[];
  job: {
    id: string | null;
    title: string | null;
    company_name: string | null;
  };
  /**
   * Null where the CV was deleted since.
   */
  cv_id: string | null;
  instructions: string | null;
  /**
   * ISO 8601 in UTC.
   */
  created_at: string;
}
export interface LetterEvidence {
  claim: string;
  /**
   * Into the letter’s text.
   */
  span: {
    start: number;
    end: number;
  };
  sources: {
    kind: 'cv' | 'job' | 'memory';
    quote: string;
    /**
     * JSON pointer into the CV’s json_resume.
     */
    pointer?: string;
    /**
     * Into the CV’s source text, or the posting’s.
     */
    span?: {
      start: number;
      end: number;
    };
    message_id?: string;
    /**
     * When the message was said.
     */
    date?: string;
  }[];
}
export interface Sample {
  loaded: boolean;
  /**
   * How many messages of the sample person are in the caller’s memory.
   */
  messages: number;
}
