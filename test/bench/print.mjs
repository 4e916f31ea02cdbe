export const print = (r) => JSON.stringify(r, null, 1);
