import { completeFromPage } from '@/lib/store/complete-contact';
import { counts } from '@/lib/store/contact-counts';
import { setStage } from '@/lib/store/contact-stage';
import * as contacts from '@/lib/store/contacts';
import { eraseContact } from '@/lib/store/erase';
import { StoreError } from '@/lib/store/errors';
import { findContacts } from '@/lib/store/find';
import { mergeContacts } from '@/lib/store/merge';
import { removePhoto, setPhoto } from '@/lib/store/photos';
import { contactPhotos } from '@/lib/store/photos-shown';
import { unmergeContact } from '@/lib/store/unmerge';
import * as values from '@/lib/store/values';
import { contactView } from '@/lib/store/views/contact-view';
import type { Handlers, LaterOf } from './context';

export const contactHandlers: Handlers<LaterOf<'contacts'>> = {
  'contacts.view': async ({ db, now, zone }, { id, timeline }) => {
    const view = await contactView(db, id, { now: now(), zone, timeline });
    if (!view) throw new StoreError('missing', 'This contact was deleted.');
    return view;
  },
  'contacts.photos': ({ db }, input) => contactPhotos(db, input),
  'contacts.setPhoto': setPhoto,
  'contacts.removePhoto': removePhoto,
  'contacts.find': ({ db }, input) => findContacts(db, input),
  'contacts.counts': ({ db }) => counts(db),
  'contacts.add': contacts.addContact,
  'contacts.addMany': contacts.addContacts,
  'contacts.edit': contacts.editContact,
  'contacts.setCadence': contacts.setCadence,
  'contacts.merge': mergeContacts,
  'contacts.unmerge': unmergeContact,
  'contacts.delete': contacts.deleteContacts,
  'contacts.erase': eraseContact,
  'contacts.setFact': (ctx, input) => values.setFact(ctx, 'contacts', input),
  'contacts.removeFact': (ctx, input) => values.removeFact(ctx, 'contacts', input),
  'contacts.setPoint': (ctx, input) => values.setPoint(ctx, 'contacts', input),
  'contacts.removePoint': (ctx, input) => values.removePoint(ctx, 'contacts', input),
  'contacts.complete': completeFromPage,
  'contacts.setDate': values.setDate,
  'contacts.removeDate': values.removeDate,
  'contacts.setConsent': values.setConsent,
  'contacts.setStage': setStage,
};
