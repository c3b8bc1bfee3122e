import { failureCode, failureWords } from '@/components/contacts/failure';

/** What is wrong with a recipe, line by line as its check says it; of any other failure what there is to say. */
export function faultsOf(failure: unknown): string[] {
  return failureCode(failure) === 'invalid' && failure instanceof Error
    ? failure.message.split('\n')
    : [failureWords(failure)];
}

export function FaultList({ faults }: { faults: string[] }) {
  return (
    <ul lang="en">
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ul>
  );
}
