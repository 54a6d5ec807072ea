import { testChange } from './matrix.ts';

testChange('shipped elsewhere whole');
testChange('shipped elsewhere in part');
testChange('marked Shipped by status only');
testChange('completed elsewhere');
testChange('on hold');
testChange('disputed');
