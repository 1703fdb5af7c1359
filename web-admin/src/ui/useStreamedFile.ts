import { useEffect, useRef, useState } from "react";
import { ApiError, offline, openFile } from "../api/client";

/** @property part - How much of it is here, from 0 to 1; null while that cannot be told. */
type Running = { bytes: number; part: number | null };

const newLine = 10;

/** Fetches a file that the server writes row by row, telling how far it is; a cancel ends the reading on both sides. */
export function useStreamedFile() {
  const [running, setRunning] = useState<Running | null>(null);
  const [error, setError] = useState<ApiError>();
  const abort = useRef<AbortController>(undefined);
  // whoever leaves the page waits for no file
  useEffect(() => () => abort.current?.abort(), []);

  /** @param countable - True where each row ends with a new line, so that the rows that came can be counted. */
  const start = async (name: string, address: string, countable: boolean) => {
    abort.current = new AbortController();
    setRunning({ bytes: 0, part: null });
    setError(undefined);
    try {
      const answer = await openFile(address, abort.current.signal);
      const rows = Number(answer.headers.get("Registry-Rows") ?? 0) + 1;
      const parts: Uint8Array<ArrayBuffer>[] = [];
      const reader = answer.body!.getReader();
      let [bytes, lines] = [0, 0];
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        parts.push(read.value);
        bytes += read.value.length;
        if (countable) for (const byte of read.value) if (byte === newLine) lines++;
        setRunning({ bytes, part: countable ? Math.min(1, lines / rows) : null });
      }
      save(name, answer.headers.get("Content-Type") ?? "", parts);
    } catch (error) {
      // a line that breaks within the file is no answer of the server's
      if (!abort.current.signal.aborted) setError(error instanceof ApiError ? error : new ApiError(0, offline));
    } finally {
      setRunning(null);
    }
  };
  return { running, error, start: (...file: Parameters<typeof start>) => void start(...file), cancel: () => abort.current?.abort() };
}

/** Hands a file to the browser. */
export function save(name: string, type: string, content: BlobPart[]) {
  const address = URL.createObjectURL(new Blob(content, { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
