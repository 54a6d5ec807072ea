/** A link that was ended stays, with all that it brought; at most one is in force (R80–R83). */
export const unlinking = `
ALTER TABLE links ADD COLUMN unlinked_at INTEGER;
CREATE UNIQUE INDEX links_in_force ON links (unlinked_at IS NULL) WHERE unlinked_at IS NULL;
`;
