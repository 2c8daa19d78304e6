-- Any id will do for a break, so the ids stay; nothing refers to them.
SELECT;
