/** Time in the sandbox: what is planned happens when somebody looks, at the moment it was planned for. */

export const SECOND = 1000;
export const DAY = 86_400_000;

interface Plan {
  readonly moment: number;
  readonly happen: () => void;
}

export class Clock {
  readonly #read: () => number;
  readonly #pace: number;
  /** The soonest first. */
  readonly #plans: Plan[] = [];
  #present: number;

  constructor(read: () => number, pace: number) {
    this.#read = read;
    this.#pace = pace;
    this.#present = read();
  }

  /** Whole seconds, as Twilio has them; while something planned happens, the moment it was planned for. */
  get now(): Date {
    return new Date(Math.floor(this.#present / SECOND) * SECOND);
  }

  /** Seconds since then, as long as they would have been at a pace of 1. */
  since(moment: Date): number {
    return Math.max(0, Math.round((this.#present - moment.getTime()) / SECOND / this.#pace));
  }

  after(seconds: number, happen: () => void): void {
    this.at(this.#present + seconds * SECOND * this.#pace, happen);
  }

  at(moment: number, happen: () => void): void {
    const later = this.#plans.findLastIndex((plan) => plan.moment <= moment) + 1;
    this.#plans.splice(later, 0, { moment, happen });
  }

  /** Lets happen what is due. */
  catchUp(): void {
    const until = this.#read();
    for (let next = this.#plans[0]; next && next.moment <= until; next = this.#plans[0]) {
      this.#plans.shift();
      this.#present = next.moment;
      next.happen();
    }
    this.#present = until;
  }
}
