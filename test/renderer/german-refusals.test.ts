import { describe, expect, test } from 'vitest';
import { faultCases } from '../../src/contract/fault-cases.ts';
import { StoreProblem } from '../../src/main/bigcommerce/problem.ts';
import { planLost } from '../../src/main/domain/plan.ts';
import { NotReady, problemOf } from '../../src/main/pull/problem-of.ts';
import { german } from '../../src/renderer/text-german/german.ts';

describe('what the main process refuses, on a German screen', () => {
  test('long work that was stopped says in German what was done and what was not, and nothing in English after it', () => {
    const said = german.fault({ code: 'stopped', message: faultCases.copy_stopped });
    expect(said).toBe('Die Kopie wurde angehalten, und es gibt keine. Die Daten des Ladens sind, wie sie waren.');
  });

  test('what is made of facts keeps them, after what its code means', () => {
    const said = german.fault({ code: 'unsent_work', message: 'Not sent: Shipments: 2.' });
    expect(said).toMatch(/^Manches hat BigCommerce noch nicht erreicht\..* \(Not sent: Shipments: 2\.\)$/);
  });

  test('what stops the exchange until somebody acts is said in German: the token, the plan, the binding; what BigCommerce says stays', () => {
    const problems = [
      problemOf(new StoreProblem('token_refused', '')),
      problemOf(new NotReady('token_missing')),
      problemOf(new NotReady('not_bound')),
      planLost,
    ];
    for (const problem of problems) {
      expect(german.problem(problem), problem.code).not.toBe(problem.message);
      expect(german.problemStep(problem), problem.code).not.toBe(problem.nextStep);
    }
    const busy = problemOf(new StoreProblem('server_error', 'HTTP 503'));
    expect(german.problem(busy)).toBe('BigCommerce hat selbst eine Störung. (HTTP 503)');
  });
});
