/** The resources of frontlineApi. */

export { FrontlineUser } from './v1/user.ts';
