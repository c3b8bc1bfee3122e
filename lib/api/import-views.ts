import type { FileFormat } from '@/lib/exchange/file-contacts';
import type { Mapping } from '@/lib/exchange/mapping';

/** What views are shown of a file that comes in: types only. */

export interface HeldLine {
  /** Line or row of the file, from 1. */
  where: string;
  /** A key of the dictionary `imports`. */
  reason: string;
  text: string;
}

/** A sheet of a workbook that holds something. Those that are hidden come last. */
export interface SheetView {
  name: string;
  isHidden: boolean;
  /** The header among them. */
  rows: number;
  /** The sheet as a table. */
  file: Blob;
}

/** How a file was read, of its beginning alone. */
export interface FileHead {
  format: FileFormat;
  encoding: string | null;
  /** Its first lines. */
  text: string;
  /** A table of answers to a survey, by the program that wrote it or because such a one was brought before. */
  isAnswers?: boolean;
  /** Of a table. */
  table: {
    header: string[];
    samples: string[][];
    mapping: Mapping;
    /** The mapping is the one that was used for this header before. */
    isRemembered: boolean;
  } | null;
}

export type RecordStatus = 'new' | 'changed' | 'same' | 'question';

export interface ImportCandidate {
  /** `contactId` of a contact, or `record`: an earlier one of the file. */
  choice: { contactId: string } | { record: string };
  name: string;
  detail: string;
}

/** What a record of the file would do. */
export interface ImportRecord {
  where: string;
  name: string;
  /** Its first address. */
  detail: string;
  status: RecordStatus;
  /** Whom it completes, where the name is another. */
  into: string | null;
  /** Values that would be added, as text. */
  gains: string[];
  /** `several`: more than one has the address; `name`: whoever has it is called otherwise; `bare`: only the name is the same. */
  doubt: 'several' | 'name' | 'bare' | null;
  candidates: ImportCandidate[];
}

/** What a file would bring, before anything is written. */
export interface ImportPreview {
  format: FileFormat;
  encoding: string | null;
  counts: Record<RecordStatus | 'held', number>;
  /** Companies of the file's own rows. */
  companies: number;
  /** Purchases, calls, tickets and the like that would come onto time lines. */
  events: number;
  /** Deals of the file. */
  deals: number;
  /** Stages in which open ones stand, in the file's words: the stage of the board that each means, null for one that is not there. */
  stages: { text: string; count: number; stageId: string | null }[];
  /** The first of each status. */
  records: ImportRecord[];
  heldBack: HeldLine[];
  unmapped: { property: string; count: number }[];
}

/** One import, under way or done. */
export interface ImportReportView {
  id: string;
  name: string;
  format: string;
  encoding: string | null;
  /** Epoch ms. */
  at: number;
  state: 'running' | 'done' | 'stopped' | 'undone';
  counts: { added: number; changed: number; same: number; held: number };
  /** Of one that is under way or waits to be gone on with. */
  progress: { done: number; total: number } | null;
  /** Its page was closed: it can be gone on with, or taken back. */
  isWaiting: boolean;
}

export interface ImportReportDetail extends ImportReportView {
  /** How many contacts of it may be the same as another one, as far as it was looked. */
  twins: number;
  heldBack: HeldLine[];
  unmapped: { property: string; count: number }[];
}
