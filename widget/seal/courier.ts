import type { Payload, Who } from '../../lib/surveys/answer';
import type { Config, Happening, LoadSeal } from '../loader/contract';
import { eventOf } from './event';
import { type Delivery, makeOutbox } from './outbox';
import { heard, untilThere, wait } from './patience';

/** What became of an answer; `sealed` when it has to be brought by hand. */
export interface Posted {
  delivery: Delivery;
  sealed?: string;
}

export interface Courier {
  /** Fetches what seals, so that it is there when something is sent. */
  prepare(): void;
  /**
   * Seals and delivers; resolves after the first try to deliver.
   * @param late called when the answer is on the page alone: what seals has not come for a while, or the site's storage has no room
   */
  deliver(payload: Payload, late?: () => void): Promise<Posted>;
  /** Tells what somebody did who is known and agreed; a name that only triggers surveys is told to nobody. */
  track(name: string, who: Who, happening?: Happening): void;
  /** Asks again now for what has not come. */
  retry(): void;
  stop(): void;
}

/** After so many milliseconds people are told that their answer is still here. */
const LATE = 3000;

/** Brings answers away: what waits of earlier pages at once, what is new when it is sealed. Nothing is given up as long as the page is open. */
export function makeCourier(config: Config, loadSeal: LoadSeal): Courier {
  const outbox = makeOutbox(config);
  const bell = new EventTarget();
  const asked = () => heard(bell, 'ring');
  let sealing: ReturnType<LoadSeal> | undefined;
  const prepare = () => {
    sealing ??= untilThere(loadSeal, asked);
    return sealing;
  };
  const deliver = async (payload: Payload, late?: () => void): Promise<Posted> => {
    const loaded = prepare();
    if (late) void Promise.race([loaded, wait(LATE)]).then((there) => there || late());
    const { seal } = await loaded;
    const sealed = await seal(config.key, payload);
    const delivery = await outbox.send(sealed, late);
    return delivery === 'waiting' && !config.hub ? { delivery, sealed } : { delivery };
  };
  return {
    prepare: () => void prepare(),
    deliver,
    track(name, who, happening) {
      const event = eventOf(name, who, happening);
      if (event) deliver(event).catch(console.warn);
    },
    retry() {
      bell.dispatchEvent(new Event('ring'));
      outbox.retry();
    },
    stop: outbox.stop,
  };
}
