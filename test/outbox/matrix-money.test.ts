import { testChange } from './matrix.ts';

testChange('cancelled');
testChange('declined');
testChange('refunded whole by items');
testChange('refunded by amount');
testChange('refunded by quantity');
testChange('paid');
