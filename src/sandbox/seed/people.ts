/** The people and phone numbers of the seed, all from ranges that are reserved for fiction. */

export interface Person {
  readonly name: string;
  readonly number: string;
}
const person = (name: string, number: string): Person => ({ name, number });

export const CUSTOMERS: readonly [Person, ...Person[]] = [
  person('Ada Brooks', '+12065550111'),
  person('Ben Carter', '+13035550112'),
  person('Chloe Diaz', '+14045550113'),
  person('Daniel Evans', '+15035550114'),
  person('Elena Fischer', '+16025550115'),
  person('Farid Gomez', '+17025550116'),
  person('Grace Hughes', '+18045550117'),
  person('Hiro Ito', '+19195550118'),
  person('Isla Jones', '+12065550121'),
  person('Jonas Klein', '+4917604069022'),
  person('Keiko Lane', '+13035550123'),
  person('Liam Murphy', '+447700900124'),
  person('Mona Nasser', '+14045550125'),
  person('Nils Olsen', '+15035550126'),
  person('Olivia Price', '+447700900127'),
  person('Pablo Quintero', '+16025550128'),
  person('Quinn Reyes', '+17025550129'),
  person('Rosa Silva', '+18045550131'),
  person('Sam Turner', '+19195550132'),
  person('Tara Usman', '+442079460733'),
  person('Uma Verma', '+12065550134'),
  person('Victor Wong', '+13035550135'),
  person('Wendy Xu', '+14045550136'),
  person('Yusuf Zaman', '+33639981237'),
];

/** Colleagues to whom calls are forwarded. */
export const AGENTS: readonly [Person, ...Person[]] = [
  person('Front desk', '+16505550150'),
  person('Workshop', '+13035550160'),
  person('London desk', '+441632960170'),
];

/** The account's own numbers. The first one is used in Twilio's documentation. */
export const NUMBERS: readonly [Person, ...Person[]] = [
  person('Main line', '+14155550100'),
  person('New York desk', '+12125550110'),
  person('Field service Chicago', '+13125550120'),
  person('Support hotline', '+18885550199'),
  person('London office', '+442079460100'),
  person('UK texts', '+447700900100'),
  person('Berlin office', '+493023125100'),
  person('Reminders', '+15125550130'),
];
export const SUBACCOUNT_NUMBER = person('Pop-up store', '+16175550140');
/** A number without calls or messages. */
export const IDLE_NUMBER = person('Spare line', '+17865550190');
