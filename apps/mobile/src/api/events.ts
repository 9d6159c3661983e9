import { createParser } from 'eventsource-parser';

export interface ServerEvent {
  event: string;
  data: string;
}

/** The events of a `text/event-stream` body, as they come. Leaving the loop lets go of the stream. */
export async function* eventsIn(response: Response): AsyncGenerator<ServerEvent, void, undefined> {
  if (!response.body) throw new Error('a stream of events without a body');
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const waiting: ServerEvent[] = [];
  const parser = createParser({
    onEvent: ({ event = 'message', data }) => waiting.push({ event, data }),
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* waiting.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
