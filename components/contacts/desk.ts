import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from '@/lib/api/client';

/** What every part of a contact works with, in the panel as in the workspace. */
export interface Desk {
  client: Client;
  /** Asks the view behind the parts again, after something was saved. Shows its own failure, and never rejects. */
  refresh(): Promise<void>;
  /** Opens a page of the workspace, such as `#/contacts/ID`. */
  openWorkspace(hash: string): void;
  /**
   * The page around may cover what is shown: what deletes or discloses waits until it was seen. Set in a frame of a
   * foreign page only.
   */
  guarded?: boolean;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk that a page gave its parts. @throws when a part stands outside of one */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part wants a DeskContext around it.');
  return desk;
}
