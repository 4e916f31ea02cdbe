/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const taskrouter = product('taskrouter.v1', (twilio) => twilio.taskrouter.v1, {
  entry: 'taskrouter',
  prefix: 'Taskrouter',
  about: 'TaskRouter: tasks that are given to workers by their skills, through queues and workflows.',
});
