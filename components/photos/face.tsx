import { useQuery } from '@/components/query/use-query';
import './face.css';

interface FaceProps {
  /** Source of the picture; nothing is drawn without one. */
  source: string | undefined;
  size: number;
}

/** A small picture beside a name, which says who it is: it has no words of its own. */
export function Face({ source, size }: FaceProps) {
  if (!source) return null;
  return <img class="face" src={source} alt="" width={size} height={size} draggable={false} />;
}

/** The picture of one contact, where there is one. */
export function ContactFace({ id, size }: { id: string; size: number }) {
  const photos = useQuery('contacts.photos', { ids: [id] }, { keep: true });
  return <Face source={photos.value?.sources[id]} size={size} />;
}
