/** The manifests fit the schemas of Kubernetes, and what they say fits the server: settings, ports, drain, metrics. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { serverSettings, settings } from '../../src/config/settings.ts';
import { Metrics } from '../../src/observe/index.ts';
import { type Manifest, render } from './kustomize.ts';

const OVERLAYS = ['single', 'replicas'] as const;
const rendered = (overlay: string) =>
  render(fileURLToPath(new URL(`../../deploy/kubernetes/overlays/${overlay}`, import.meta.url)));

/** Throws if the manifest does not fit the schema that Kubernetes publishes for it. */
const validate = async (manifest: Manifest): Promise<void> => {
  const { apiVersion, kind } = manifest;
  const { [kind]: Model } = await import(/* @vite-ignore */ `kubernetes-models/${apiVersion}`);
  new Model(manifest).validate();
};

describe.each(OVERLAYS)('overlay %s', (overlay) => {
  let manifests: readonly Manifest[];
  let pod: Manifest['spec'];
  let container: Manifest['spec'];
  beforeAll(() => {
    manifests = rendered(overlay);
    pod = of('Deployment').spec.template.spec;
    container = pod.containers[0];
  });
  const of = (kind: string): Manifest => manifests.find((each) => each.kind === kind) as Manifest;

  test('each manifest fits its schema', async () => {
    for (const manifest of manifests) await expect(validate(manifest), manifest.kind).resolves.toBeUndefined();
    await expect(validate({ ...of('Service'), spec: { ports: 'http' } })).rejects.toThrow('ports');
  });

  test('every variable is a setting, and every secret a file', () => {
    for (const { name, valueFrom } of container.env) {
      expect(Object.keys(settings)).toContain(name);
      expect(valueFrom?.secretKeyRef, name).toBeUndefined();
    }
    const mounted = container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
    for (const { name, value } of container.env)
      if (name.endsWith('_FILE')) expect(mounted).toContain(value.replace(/\/[^/]+$/, ''));
  });

  test('names that refer to each other exist', () => {
    const configMap = of('ConfigMap');
    for (const { valueFrom } of container.env) {
      const { name, key, optional } = valueFrom?.configMapKeyRef ?? {};
      if (!key) continue;
      expect(name).toBe(configMap.metadata.name);
      if (!optional) expect(Object.keys(configMap.data)).toContain(key);
    }
    expect(of('ServiceAccount').metadata.name).toBe(pod.serviceAccountName);
    const { selector } = of('Service').spec;
    expect(of('Deployment').spec.template.metadata.labels).toMatchObject(selector);
    expect(of('NetworkPolicy').spec.podSelector.matchLabels).toEqual(selector);
    const volumes = pod.volumes.map(({ name }: { name: string }) => name);
    for (const { name } of container.volumeMounts) expect(volumes).toContain(name);
  });

  test('a pod has no rights and writes only to its state folder', () => {
    expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    const writable = container.volumeMounts.filter(({ readOnly }: { readOnly?: boolean }) => !readOnly);
    expect(writable).toEqual([{ name: 'state', mountPath: '/var/lib/twilio-graphql' }]);
  });

  test('a pod has time to drain', () => {
    const [, , script] = container.lifecycle.preStop.exec.command;
    const waitMs = Number(/(\d+)\)$/.exec(script)?.[1]);
    const drain = container.env.find(({ name }: { name: string }) => name === 'TWILIO_GRAPHQL_DRAIN_MS').value;
    expect(waitMs).toBeGreaterThan(0);
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(waitMs + Number(drain));
  });

  test('probes ask the addresses of the server', () => {
    const port = serverSettings.PORT.parse(undefined);
    expect(container.ports).toEqual([{ name: 'http', containerPort: port }]);
    const paths = ['startupProbe', 'livenessProbe', 'readinessProbe'].map((probe) => container[probe].httpGet.path);
    expect(paths).toEqual(['/health/live', '/health/live', '/health/ready']);
  });
});

test('a single node keeps its state on a volume and never runs twice', () => {
  const manifests = rendered('single');
  const { spec } = manifests.find(({ kind }) => kind === 'Deployment') as Manifest;
  const claim = manifests.find(({ kind }) => kind === 'PersistentVolumeClaim') as Manifest;
  expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  const state = spec.template.spec.volumes.find(({ name }: { name: string }) => name === 'state');
  expect(state.persistentVolumeClaim.claimName).toBe(claim.metadata.name);
  expect(manifests.some(({ kind }) => kind === 'HorizontalPodAutoscaler')).toBe(false);
});

test('replicas share Redis and are scaled from 2 to 50 by a metric of the server', async () => {
  const manifests = rendered('replicas');
  const of = (kind: string) => manifests.find((each) => each.kind === kind) as Manifest;
  const names = of('Deployment').spec.template.spec.containers[0].env.map(({ name }: { name: string }) => name);
  expect(names).toContain('REDIS_URL_FILE');
  const { spec } = of('HorizontalPodAutoscaler');
  expect(spec).toMatchObject({ minReplicas: 2, maxReplicas: 50, scaleTargetRef: { name: 'twilio-graphql' } });
  expect(of('Deployment').spec.replicas).toBeUndefined();
  const { text } = await new Metrics().expose();
  for (const { pods } of spec.metrics) expect(text).toContain(`# TYPE ${pods.metric.name} `);
  expect(of('PodDisruptionBudget').spec.maxUnavailable).toBe(1);
});
