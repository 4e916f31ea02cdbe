/** Every metric and label that the dashboard, the alerts and the autoscaler use exists in `/metrics`. */
import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Metrics } from '../../src/observe/index.ts';

const read = (file: string) => readFileSync(new URL(`../../deploy/monitoring/${file}`, import.meta.url), 'utf8');

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}
interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}

const dashboard = JSON.parse(read('dashboard.json')) as { readonly panels: readonly Panel[] };
const alerts = (parse(read('rules.yaml')) as { readonly groups: readonly { readonly rules: readonly Rule[] }[] })
  .groups;
const [adapter] = (parse(read('adapter.yaml')) as { readonly rules: readonly { readonly metricsQuery: string }[] })
  .rules;

/** Labels that Prometheus adds to every series, and those of histograms and Node's own metrics. */
const ADDED = ['instance', 'job', 'namespace', 'pod', 'le'];

/** What Grafana and the adapter put in before Prometheus reads the query. */
const filledIn = (query: string) =>
  query
    .replaceAll('$__rate_interval', '5m')
    .replaceAll('$connection', '.*')
    .replaceAll('<<.GroupBy>>', 'pod')
    .replaceAll('<<.LabelMatchers>>', 'pod=~".*"');

const namesIn = (query: string) => {
  const text = filledIn(query);
  const tree = parser.parse(text);
  const found = { metrics: new Set<string>(), labels: new Set<string>(), isValid: true };
  tree.iterate({
    enter: ({ name, from, to, type }) => {
      if (type.isError) found.isValid = false;
      if (name === 'Identifier') found.metrics.add(text.slice(from, to));
      if (name === 'LabelName') found.labels.add(text.slice(from, to));
    },
  });
  return found;
};

const queries = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...alerts.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr] as const)),
  ['adapter', adapter?.metricsQuery ?? ''] as const,
];

describe('queries', async () => {
  const metrics = new Metrics();
  const known = await metrics.registry.getMetricsAsJSON();
  const labelsOf = new Map(known.map(({ name }) => [name, labelNames(metrics, name)]));

  test.each(queries)('%s', (_, query) => {
    const found = namesIn(query);
    expect(found.isValid, query).toBe(true);
    expect(found.metrics.size).toBeGreaterThan(0);
    const labels = new Set(ADDED);
    for (const metric of found.metrics) {
      const base = metric.replace(/_(bucket|sum|count)$/, '');
      const name = labelsOf.has(metric) ? metric : base;
      expect([...labelsOf.keys()], metric).toContain(name);
      for (const label of labelsOf.get(name) ?? []) labels.add(label);
    }
    for (const label of found.labels) expect([...labels], `${label} in ${query}`).toContain(label);
  });

  test('a query with a metric that does not exist would be found', () => {
    expect([...namesIn('sum(rate(twilio_graphql_nothing_total[5m]))').metrics]).toEqual([
      'twilio_graphql_nothing_total',
    ]);
    expect(namesIn('sum(rate(').isValid).toBe(false);
  });
});

test('each alert says what happened and what to do', () => {
  for (const { rules } of alerts)
    for (const { annotations } of rules) {
      expect(annotations.summary).toMatch(/\.$/);
      expect(annotations.action).toMatch(/\.$/);
    }
});

/** The labels that a metric was defined with; prom-client shows those in use only. */
function labelNames(metrics: Metrics, name: string): readonly string[] {
  return (metrics.registry.getSingleMetric(name) as unknown as { readonly labelNames: readonly string[] }).labelNames;
}
