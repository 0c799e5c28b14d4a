/** The scale asks for up to three activities. */
export const MOST_ACTIVITIES = 3;
