/**
 * Gives each thing that is drawn a place of its own among the elements: what stays drawn keeps its place, what comes takes
 * the place of something that went. So a list that is scrolled fills elements anew instead of making and removing them.
 */
export const createSlots = () => {
  let held = new Map<string, number>();
  let made = 0;
  return (keys: readonly string[]): readonly number[] => {
    const drawn = new Set(keys);
    const free = [...held].flatMap(([key, slot]) => (drawn.has(key) ? [] : [slot])).reverse();
    const slots = keys.map((key) => held.get(key) ?? free.pop() ?? made++);
    held = new Map(keys.map((key, index) => [key, slots[index] ?? 0]));
    return slots;
  };
};
