import { useEffect, useRef, useState } from "react";
import { ApiError, offline, openFile } from "../api/client";

/** @property part - The received share, from 0 to 1; null while it is unknown. */
type Running = { bytes: number; part: number | null };

const newLine = 10;

/** Downloads a file that the server streams row by row, reporting progress; cancelling stops both sides. */
export function useStreamedFile() {
  const [running, setRunning] = useState<Running | null>(null);
  const [error, setError] = useState<ApiError>();
  const abort = useRef<AbortController>(undefined);
  // leaving the page cancels the download
  useEffect(() => () => abort.current?.abort(), []);

  /** @param countable - True if each row ends with a new line, so that received rows can be counted. */
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
      // a connection lost within the file is not an answer of the server
      if (!abort.current.signal.aborted) setError(error instanceof ApiError ? error : new ApiError(0, offline));
    } finally {
      setRunning(null);
    }
  };
  return { running, error, start: (...file: Parameters<typeof start>) => void start(...file), cancel: () => abort.current?.abort() };
}

/** Saves a file through the browser. */
export function save(name: string, type: string, content: BlobPart[]) {
  const address = URL.createObjectURL(new Blob(content, { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
