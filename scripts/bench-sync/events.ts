/** Node's emitter as far as PouchDB uses it, in a browser. */
type Listener = (...given: unknown[]) => void;

class EventEmitter {
  private known?: Map<string, Listener[]>;

  /** PouchDB inherits without calling the constructor. */
  private get heard(): Map<string, Listener[]> {
    return (this.known ??= new Map());
  }

  on(name: string, listener: Listener): this {
    this.heard.set(name, [...(this.heard.get(name) ?? []), listener]);
    return this;
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string, listener: Listener): this {
    const wrapped: Listener & { listener?: Listener } = (...given) => {
      this.removeListener(name, wrapped);
      listener.apply(this, given);
    };
    wrapped.listener = listener;
    return this.on(name, wrapped);
  }

  removeListener(name: string, listener: Listener): this {
    const is = (one: Listener & { listener?: Listener }) =>
      one === listener || one.listener === listener;
    this.heard.set(
      name,
      (this.heard.get(name) ?? []).filter((one) => !is(one)),
    );
    return this;
  }

  removeAllListeners(name?: string): this {
    if (name === undefined) this.heard.clear();
    else this.heard.delete(name);
    return this;
  }

  emit(name: string, ...given: unknown[]): boolean {
    const listeners = this.heard.get(name) ?? [];
    for (const listener of listeners) listener.apply(this, given);
    return listeners.length > 0;
  }

  listeners(name: string): Listener[] {
    return [...(this.heard.get(name) ?? [])];
  }

  listenerCount(name: string): number {
    return this.listeners(name).length;
  }

  setMaxListeners(): this {
    return this;
  }
}

// PouchDB copies the methods it finds by Object.keys, where those of a class are hidden.
for (const name of Object.getOwnPropertyNames(EventEmitter.prototype)) {
  if (name === "constructor" || name === "heard") continue;
  Object.defineProperty(EventEmitter.prototype, name, { enumerable: true });
}

export default EventEmitter;
