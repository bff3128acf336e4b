// Answers: how long may a route be, and how long is it unless asked otherwise?
export const DEFAULT_MAX_HOPS = 6;
/** A longer chain says nothing about its ends. */
export const MAX_HOPS = 30;
