/** What "All" unfolds, fetched together when it is first wanted. */
export { FullTimeline } from '@/components/activities/full-timeline';
export { FullProfile } from '@/components/contacts/full-profile';
export { NoteList } from '@/components/notes/note-list';
