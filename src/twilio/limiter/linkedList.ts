/** A list from which anything can be taken out at a constant cost, wherever it stands. */

export interface ListNode<T> {
  readonly value: T;
  before: ListNode<T> | undefined;
  after: ListNode<T> | undefined;
  list: LinkedList<T> | undefined;
}

export class LinkedList<T> {
  #first: ListNode<T> | undefined;
  #last: ListNode<T> | undefined;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get first(): T | undefined {
    return this.#first?.value;
  }

  push(value: T): ListNode<T> {
    const link: ListNode<T> = { value, before: this.#last, after: undefined, list: this };
    if (this.#last) this.#last.after = link;
    else this.#first = link;
    this.#last = link;
    this.#length++;
    return link;
  }

  shift(): T | undefined {
    const link = this.#first;
    if (link) this.remove(link);
    return link?.value;
  }

  /** Takes a link out, if it is still in. */
  remove(link: ListNode<T>): void {
    if (link.list !== this) return;
    const { before, after } = link;
    if (before) before.after = after;
    else this.#first = after;
    if (after) after.before = before;
    else this.#last = before;
    link.list = undefined;
    this.#length--;
  }
}
