/**
 * What is append-only stays so, but for who somebody was: of a sale whose personal data was removed, the words of its steps,
 * and what its evidence says of the order, may be taken out. Everything else of them, and each hash, never changes.
 */
export const removalOfPersonalData = `
DROP TRIGGER IF EXISTS fulfillment_steps_never_change;
CREATE TRIGGER fulfillment_steps_never_change BEFORE UPDATE ON fulfillment_steps
  WHEN NEW.step_key IS NOT OLD.step_key OR NEW.step_id IS NOT OLD.step_id OR NEW.fulfillment_key IS NOT OLD.fulfillment_key
    OR NEW.register_key IS NOT OLD.register_key OR NEW.kind IS NOT OLD.kind OR NEW.staff_name IS NOT OLD.staff_name
    OR NEW.happened_at IS NOT OLD.happened_at OR NEW.undoes_step_key IS NOT OLD.undoes_step_key
    OR NOT EXISTS (SELECT 1 FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key
                    WHERE f.fulfillment_key = OLD.fulfillment_key AND s.customer_name = 'Personal data removed')
  BEGIN SELECT RAISE(ABORT, 'The steps of a fulfillment are append-only.'); END;
DROP TRIGGER IF EXISTS evidence_never_changes;
CREATE TRIGGER evidence_never_changes BEFORE UPDATE ON evidence_entries
  WHEN NEW.entry_number IS NOT OLD.entry_number OR NEW.sale_id IS NOT OLD.sale_id OR NEW.kind IS NOT OLD.kind
    OR NEW.subject_id IS NOT OLD.subject_id OR NEW.recorded_at IS NOT OLD.recorded_at
    OR NEW.facts_hash IS NOT OLD.facts_hash OR NEW.hash IS NOT OLD.hash OR NEW.facts IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM sales s WHERE s.sale_id = OLD.sale_id AND s.customer_name = 'Personal data removed')
  BEGIN SELECT RAISE(ABORT, 'Evidence is append-only.'); END;
`;
