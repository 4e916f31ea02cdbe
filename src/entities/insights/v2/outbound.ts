/** Insights outbound number report. */
import { entity, parentKey, t } from '../../../model/index.ts';
import { insights } from './product.ts';

const insightsOutboundReportId = parentKey('InsightsOutboundReportId', { in: insights, key: 'reportId' });

export const InsightsOutboundNumberReport = entity('InsightsOutboundNumberReport', {
  in: insights,
  at: 'outbound',
  by: insightsOutboundReportId,
  plural: 'outboundNumberReports',
  aboutList: 'Answer rates, blocks and robocall signs of a finished report, by number.',
  about: 'Answer rates, blocks and robocall signs per phone number for outgoing calls.',
  fields: {
    handle: t.string.pii.about('Phone number that the row reports on.'),
    totalCalls: t.int.about('Calls of this number in the period.'),
    callAnswerScore: t.float.about('How many of the delivered calls were answered, from 0 to 100.'),
    callsByDeviceType: t.json.about('Number of calls by device: `voip`, `mobile`, `landline` or `unknown`.'),
    answerRateDeviceType: t.json.about(
      'Percentage of answered calls by device: `voip`, `mobile`, `landline` or `unknown`.',
    ),
    callStatePercentage: t
      .object('CallStatePercentage', {
        completed: t.float,
        fail: t.float,
        busy: t.float,
        noanswer: t.float,
        canceled: t.float,
      })
      .about('Percentage of calls that ended so.'),
    blockedCallsByCarrier: t
      .object('BlockedCallsByCarrier', {
        country: t.string,
        carriers: t.object('BlockedCallsByCarrierCarriers', {
          carrier: t.string,
          totalCalls: t.int,
          blockedCalls: t.int,
          blockedCallsPercentage: t.float,
        }).list,
      })
      .list.about('Calls that carriers blocked, by country.'),
    silentCallsPercentage: t.float.about(
      'Percentage of calls with a silent side, which hints at a broken connection or a muted microphone.',
    ),
    shortDurationCallsPercentage: t.float.about(
      'Percentage of calls shorter than 10 seconds; above 15, carriers lose trust.',
    ),
    longDurationCallsPercentage: t.float.about('Percentage of calls of 60 seconds or more.'),
    potentialRobocallsPercentage: t.float.about('Percentage of calls to numbers that nobody has.'),
    answeringMachineDetection: t
      .object('AnsweringMachineDetection', {
        totalCalls: t.int.about('Calls on which detection was on.'),
        answeredByHumanPercentage: t.float,
        answeredByMachinePercentage: t.float,
      })
      .about('Who answered the calls on which detection was on.'),
  },
  relations: {
    phoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'handle' },
      'The phone number that the row is about, if the account owns it; otherwise null.',
    ),
  },
  filters: {},
});
