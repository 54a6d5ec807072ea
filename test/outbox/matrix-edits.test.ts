import { testChange } from './matrix.ts';

testChange('line quantity up');
testChange('line quantity down');
testChange('line removed');
testChange('line added');
testChange('archived');
testChange('back to pending');
