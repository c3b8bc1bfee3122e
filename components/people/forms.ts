/** The forms at the foot of a contact, fetched together when the first is opened. */
export { LogForm } from '@/components/activities/log-form';
export { TaskForm } from '@/components/tasks/task-form';
