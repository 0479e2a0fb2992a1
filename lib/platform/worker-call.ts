import { AppError, type AppErrorCode } from "./app-error";

/** What a worker can be asked for: values that can be cloned, and progress on the way. */
export type Calls<P> = Record<
  string,
  (args: never, onProgress: (progress: P) => void) => Promise<unknown>
>;

type Request = { id: number; name: string; args: unknown };
type Failure = { code?: AppErrorCode; detail?: Record<string, string | number>; message: string };
type Answer<P> =
  | { id: number; kind: "progress"; progress: P }
  | { id: number; kind: "value"; value: unknown }
  | { id: number; kind: "failure"; failure: Failure };

type Port = Pick<Worker, "postMessage"> & {
  onmessage: ((event: MessageEvent) => unknown) | null;
};

/** The worker's end: answers each request with a call of that name. */
export function serveCalls<P>(port: Port, calls: Calls<P>): void {
  const answer = (message: Answer<P>) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<Request>) => {
    const { id, name, args } = data;
    const call = calls[name];
    if (!call) throw new Error(`no call ${name}`);
    call(args as never, (progress) => answer({ id, kind: "progress", progress })).then(
      (value) => answer({ id, kind: "value", value }),
      (error: unknown) => answer({ id, kind: "failure", failure: failureOf(error) }),
    );
  };
}

type Waiting<P> = {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onProgress?: (progress: P) => void;
};

/** The screen's end. A worker that dies fails every call under way. */
export function callsTo<P>(worker: Worker) {
  let last = 0;
  const waiting = new Map<number, Waiting<P>>();

  worker.onmessage = ({ data }: MessageEvent<Answer<P>>) => {
    const call = waiting.get(data.id);
    if (data.kind === "progress") {
      call?.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === "value") call?.resolve(data.value);
    else call?.reject(errorOf(data.failure));
  };
  worker.onerror = (event) => {
    for (const call of waiting.values()) call.reject(new Error(event.message || "worker"));
    waiting.clear();
  };

  return <R>(name: string, args: unknown, onProgress?: (progress: P) => void): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, {
        resolve: (value) => resolve(value as R),
        reject,
        ...(onProgress && { onProgress }),
      });
      worker.postMessage({ id, name, args } satisfies Request);
    });
}

function failureOf(error: unknown): Failure {
  if (error instanceof AppError) {
    return { code: error.code, detail: error.detail, message: error.code };
  }
  return { message: error instanceof Error ? error.message : String(error) };
}

function errorOf({ code, detail, message }: Failure): Error {
  return code ? new AppError(code, detail) : new Error(message);
}
