/** Numbers regulatory compliance. */
import { container } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersRegulatoryCompliance = container('NumbersRegulatoryCompliance', {
  in: numbers,
  at: 'regulatoryCompliance',
});
