/** Voice reports. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsVoiceReport = entity('InsightsVoiceReport', {
  in: insights,
  at: 'reports',
  key: 'reportId',
  about: 'Orders a voice report over the whole account and reads it when ready.',
  fields: {
    accountSid: t.ref('Account'),
    reportId: t.string.about('ID under which the finished report is read.'),
    status: t
      .enum('created', 'running', 'completed')
      .about('Reports are made in the background: `report` is null until COMPLETED.'),
    requestMeta: t
      .object('RequestMeta', {
        startDatetime: t.dateTime,
        endDatetime: t.dateTime,
        filters: t.object('RequestMetaFilters', {
          key: t.string.about('What is filtered, such as `call_state`, `call_direction`, `call_type` or `silent`.'),
          values: t.string.list,
        }).list,
      })
      .about('What the report was requested for.'),
    url: t.omit,
    report: t.object('Report', {
      callDeliverabilityScore: t.float.about("How many of the calls reached the other side's network, from 0 to 100."),
      callAnswerScore: t.float.about('How many of the delivered calls were answered, from 0 to 100.'),
      totalCalls: t.int,
      callDirection: t
        .object('ReportCallDirection', { outbound: t.int, inbound: t.int })
        .about('Number of calls by direction.'),
      callState: t
        .object('ReportCallState', {
          completed: t.int,
          fail: t.int,
          busy: t.int,
          noanswer: t.int,
          canceled: t.int,
        })
        .about('Number of calls that ended so.'),
      callType: t
        .object('ReportCallType', {
          carrier: t.int,
          sip: t.int,
          trunking: t.int,
          client: t.int,
          whatsapp: t.int,
        })
        .about('Number of calls by type of the other end.'),
      aloc: t.float.about('Average length of a call, in seconds.'),
      twilioEdgeLocation: t.json.about("Number of calls by edge location of Twilio's network."),
      callerCountryCode: t.json.about('Number of calls by country of the caller.'),
      calleeCountryCode: t.json.about('Number of calls by country of the called party.'),
      averageQueueTimeMs: t.float.about('Average time in a queue, in milliseconds.'),
      silentCallsPercentage: t.float.about(
        'Percentage of calls with a silent side, which hints at a broken connection or a muted microphone.',
      ),
      networkIssues: t
        .object('ReportNetworkIssues', {
          sdk: t
            .object('ReportNetworkIssuesSdk', {
              iceFailuresPercentage: t.float.about(
                'Percentage of calls for which no way through the network was found.',
              ),
              highLatencyPercentage: t.float,
              highPacketLossPercentage: t.float,
              highJitterPercentage: t.float,
            })
            .about('Calls of the Voice SDK, measured on the device.'),
          twilioGateway: t
            .object('ReportNetworkIssuesTwilioGateway', {
              highLatencyPercentage: t.float,
              highPacketLossPercentage: t.float,
              highJitterPercentage: t.float,
            })
            .about("Calls measured at Twilio's gateways."),
        })
        .about('How often the network harmed calls.'),
      kYT: t
        .object('ReportKYT', {
          outboundCarrierCalling: t
            .object('ReportKYTOutboundCarrierCalling', {
              uniqueCallingNumbers: t.int.about('Number of different numbers that called.'),
              uniqueCalledNumbers: t.int.about('Number of different numbers called.'),
              blockedCallsByCarrier: t
                .object('ReportKYTOutboundCarrierCallingBlockedCallsByCarrier', {
                  country: t.string,
                  carriers: t.object('ReportKYTOutboundCarrierCallingBlockedCallsByCarrierCarriers', {
                    carrier: t.string,
                    totalCalls: t.int,
                    blockedCalls: t.int,
                    blockedCallsPercentage: t.float,
                  }).list,
                })
                .list.about('Calls that carriers blocked, by country.'),
              shortDurationCallsPercentage: t.float.about(
                'Percentage of calls shorter than 10 seconds; above 15, carriers lose trust.',
              ),
              longDurationCallsPercentage: t.float.about('Percentage of calls of 60 seconds or more.'),
              potentialRobocallsPercentage: t.float.about('Percentage of calls to numbers that nobody has.'),
              brandedCalling: t
                .object('ReportKYTOutboundCarrierCallingBrandedCalling', {
                  totalBrandedCalls: t.int,
                  percentBrandedCalls: t.float.about('Branded calls as a percentage of all outbound calls.'),
                  answerRate: t.float.about('Percentage of branded calls that were answered.'),
                  humanAnswerRate: t.float.about('Percentage of branded calls that a person answered.'),
                  engagementRate: t.float.about('Percentage of branded calls longer than 60 seconds.'),
                  byUseCase: t.object('ReportKYTOutboundCarrierCallingBrandedCallingByUseCase', {
                    useCase: t.string,
                    enabledPhonenumbers: t.int.about('Phone numbers with branded calling.'),
                    totalCalls: t.int,
                    answerRate: t.float.about('Percentage of calls that were answered.'),
                    humanAnswerRate: t.float.about('Percentage of calls that a person answered.'),
                    engagementRate: t.float.about('Percentage of calls longer than 60 seconds.'),
                  }).list,
                })
                .about('Calls that show the name of your business.'),
              voiceIntegrity: t
                .object('ReportKYTOutboundCarrierCallingVoiceIntegrity', {
                  enabledCalls: t.int.about('Calls from registered numbers.'),
                  enabledPercentage: t.float.about('Percentage of calls from registered numbers.'),
                  callsPerBundle: t.object('ReportKYTOutboundCarrierCallingVoiceIntegrityCallsPerBundle', {
                    bundleSid: t.string.about('SID of the approved Voice Integrity bundle.'),
                    enabledPhonenumbers: t.int.about('Registered numbers of the bundle.'),
                    totalCalls: t.int,
                    answerRate: t.float.about('Percentage of calls that were answered.'),
                    humanAnswerRate: t.float.about('Percentage of calls that a person answered.'),
                  }).list,
                })
                .about('Calls from numbers that are registered against being marked as spam.'),
              stirShaken: t
                .object('ReportKYTOutboundCarrierCallingStirShaken', {
                  callCount: t
                    .object('ReportKYTOutboundCarrierCallingStirShakenCallCount', {
                      stshA: t.int.about('Level A: the caller is known and may use the number.'),
                      stshB: t.int.about('Level B: the caller is known, the right to the number is not.'),
                      stshC: t.int.about('Level C: the call came from elsewhere and nothing is known.'),
                    })
                    .about('Number of calls with each level.'),
                  percentage: t
                    .object('ReportKYTOutboundCarrierCallingStirShakenPercentage', {
                      stshA: t.float.about('Level A: the caller is known and may use the number.'),
                      stshB: t.float.about('Level B: the caller is known, the right to the number is not.'),
                      stshC: t.float.about('Level C: the call came from elsewhere and nothing is known.'),
                    })
                    .about('Percentage of calls with each level.'),
                  answerRate: t
                    .object('ReportKYTOutboundCarrierCallingStirShakenAnswerRate', {
                      stshA: t.float.about('Level A: the caller is known and may use the number.'),
                      stshB: t.float.about('Level B: the caller is known, the right to the number is not.'),
                      stshC: t.float.about('Level C: the call came from elsewhere and nothing is known.'),
                    })
                    .about('Percentage of calls that were answered, by level.'),
                })
                .about('Calls by level of STIR/SHAKEN attestation.'),
            })
            .about('Outbound calls to phone numbers.'),
        })
        .from('KYT')
        .about('Know Your Traffic: how far carriers and called parties trust the calls.'),
      answeringMachineDetection: t
        .object('ReportAnsweringMachineDetection', {
          totalCalls: t.int.about('Calls on which detection was on.'),
          answeredByHumanPercentage: t.float,
          answeredByMachinePercentage: t.float,
        })
        .about('Who answered the calls on which detection was on.'),
    }),
  },
  create: {
    timeRange: t
      .object('TimeRange', { startDatetime: t.dateTime, endDatetime: t.dateTime })
      .about('Period that the report covers.'),
    filters: t
      .object('Filters', {
        key: t.string.about('What is filtered, such as `call_state`, `call_direction`, `call_type` or `silent`.'),
        values: t.string.list,
      })
      .list.about('Which calls the report covers. Default: all.'),
  },
  fetch: true,
  terminal: { status: ['completed'] },
});
