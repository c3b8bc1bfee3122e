import { type Entry, ERR_ENCRYPTED, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { FileError } from '../file-error';

/** What all parts of a workbook may come to when they are inflated: some 100,000 rows of a hundred columns. */
const MOST_INFLATED = 400_000_000;
const MOST_PARTS = 10_000;
/** Bytes that are inflated before others have their turn: who reads may have been told to stop. */
const TURN = 4_000_000;

/** The parts of a zip archive, inflated as they are read and never beyond a limit: a small file may hold any number of zeros. */
export class Archive {
  private inflated = 0;

  private turn = 0;

  private constructor(
    private readonly parts: ReadonlyMap<string, Entry>,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /**
   * @param signal ends all reading of it: whatever it was aborted with is thrown
   * @throws FileError `broken` for what is no whole archive
   */
  static async open(bytes: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<Archive> {
    return whole(async () => {
      const reader = new ZipReader(
        { readable: new Blob([bytes]).stream() },
        // A worker of its own would come from a blob, which the rules of an extension refuse; we are in one already.
        { useWebWorkers: false, checkCrc32: true },
      );
      const parts = new Map<string, Entry>();
      for await (const entry of reader.getEntriesGenerator()) {
        if (parts.size >= MOST_PARTS) throw new FileError('large');
        parts.set(entry.filename.replaceAll('\\', '/').toLowerCase(), entry);
      }
      return new Archive(parts, signal);
    }, signal);
  }

  /** Whether there is a part of this name, in whatever letters. */
  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  /**
   * Gives the text of a part, piece by piece.
   * @throws FileError `large`, `locked`, `broken`
   */
  async read(name: string, onText: (piece: string) => void): Promise<void> {
    const entry = this.parts.get(name.toLowerCase());
    if (!entry || entry.directory) throw new FileError('broken');
    const decoder = new TextDecoder();
    await whole(
      () =>
        entry.getData(
          new WritableStream<Uint8Array>({
            write: async (piece) => {
              await this.takeIn(piece.length);
              onText(decoder.decode(piece, { stream: true }));
            },
            close: () => onText(decoder.decode()),
          }),
        ),
      this.signal,
    );
  }

  private async takeIn(length: number): Promise<void> {
    this.inflated += length;
    if (this.inflated > MOST_INFLATED) throw new FileError('large');
    if (this.inflated - this.turn < TURN) return;
    this.turn = this.inflated;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.signal?.throwIfAborted();
  }
}

/** Whatever the archive or what stands in it is refused for is the file's fault. */
async function whole<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FileError) throw error;
    throw new FileError(error instanceof Error && error.message === ERR_ENCRYPTED ? 'locked' : 'broken');
  }
}
