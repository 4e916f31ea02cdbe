/** The resources of content. */

export { ContentApprovalRequest } from './v1/content/approvalCreate.ts';
export { ContentApproval } from './v1/content/approvalFetch.ts';
export { ContentTemplate } from './v1/content.ts';
export { ContentTemplateAndApproval } from './v1/contentAndApprovals.ts';
export { ContentLegacyTemplate } from './v1/legacyContent.ts';
export { ContentV2Template } from './v2/content.ts';
export { ContentV2TemplateAndApproval } from './v2/contentAndApprovals.ts';
