/** The sandbox's clock: scheduled events run at the next request, each at the time it was scheduled for. */

export const SECOND = 1000;
export const DAY = 86_400_000;

interface ScheduledEvent {
  readonly moment: number;
  readonly run: () => void;
}

export class Clock {
  readonly #read: () => number;
  readonly #pace: number;
  /** Earliest first. */
  readonly #events: ScheduledEvent[] = [];
  #present: number;

  constructor(read: () => number, pace: number) {
    this.#read = read;
    this.#pace = pace;
    this.#present = read();
  }

  /** In whole seconds, as at Twilio. While a scheduled event runs, the time it was scheduled for. */
  get now(): Date {
    return new Date(Math.floor(this.#present / SECOND) * SECOND);
  }

  /** Seconds since a moment, converted to a pace of 1. */
  since(moment: Date): number {
    return Math.max(0, Math.round((this.#present - moment.getTime()) / SECOND / this.#pace));
  }

  after(seconds: number, run: () => void): void {
    this.at(this.#present + seconds * SECOND * this.#pace, run);
  }

  at(moment: number, run: () => void): void {
    const later = this.#events.findLastIndex((event) => event.moment <= moment) + 1;
    this.#events.splice(later, 0, { moment, run });
  }

  /** Runs all events that are due. */
  catchUp(): void {
    const until = this.#read();
    for (let next = this.#events[0]; next && next.moment <= until; next = this.#events[0]) {
      this.#events.shift();
      this.#present = next.moment;
      next.run();
    }
    this.#present = until;
  }
}
