/** Content: templates. Their approval by WhatsApp takes a while. */
import type { Rule } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';
import type { World } from '../../world.ts';
import { stages } from '../stages.ts';

export const ContentTemplate: Rule = { defaults: { variables: {} } };

export const ContentApprovalRequest: Rule = {
  create(_, { world, parents }) {
    const template = world.store.find('ContentTemplate', [], parents[0] ?? '');
    const [contentType = null] = Object.keys((template?.values.types ?? {}) as Values);
    return { contentType, status: 'received', rejectionReason: '', allowCategoryChange: true };
  },
  begin: stages('status', { after: 1, state: 'pending' }, { after: 4, state: 'approved' }),
};

/** How far the approval of a template is. */
const approvalOf = (world: World, template: string): Values => {
  const [request] = world.store.list('ContentApprovalRequest', [template]);
  const { name = '', category = '', contentType = '', status, rejectionReason = '' } = request?.values ?? {};
  return {
    ...{ type: 'whatsapp', name, category, content_type: contentType, rejection_reason: rejectionReason },
    ...{ status: status ?? 'unsubmitted', allow_category_change: true },
  };
};

export const ContentApproval: Rule = {
  shows: ({ parents: [template = ''] }, world) => ({ sid: template, whatsapp: approvalOf(world, template) }),
};

/** Other lists of the same templates. */
const sameTemplates: Rule = { of: 'ContentTemplate' };
const withApprovals: Rule = {
  of: 'ContentTemplate',
  shows: ({ key }: Row, world) => ({ approvalRequests: approvalOf(world, key) }),
};
export const ContentV2Template: Rule = sameTemplates;
export const ContentLegacyTemplate: Rule = sameTemplates;
export const ContentTemplateAndApproval: Rule = withApprovals;
export const ContentV2TemplateAndApproval: Rule = withApprovals;
