/** The part of kustomize that our overlays use: resources, generated ConfigMaps and JSON patches. Refuses the rest. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import jsonpatch from 'fast-json-patch';
import { parse, parseAllDocuments } from 'yaml';

/** An object as Kubernetes takes it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: the schemas of Kubernetes check it.
  readonly [part: string]: any;
}
interface Kustomization {
  readonly resources: readonly string[];
  readonly configMapGenerator?: readonly { readonly name: string; readonly literals: readonly string[] }[];
  readonly patches?: readonly {
    readonly path: string;
    readonly target: { readonly kind: string; readonly name: string };
  }[];
}

const KNOWN = ['apiVersion', 'kind', 'resources', 'configMapGenerator', 'patches'];

/** What `kubectl apply -k` would send, without the hash that kustomize adds to the names of ConfigMaps. */
export const render = (folder: string): readonly Manifest[] => {
  const kustomization = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as Kustomization;
  const unknown = Object.keys(kustomization).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) throw new Error(`${folder}: this test cannot render ${unknown.join(', ')}.`);
  const manifests = kustomization.resources.flatMap((path) =>
    path.endsWith('.yaml') ? readManifests(join(folder, path)) : render(join(folder, path)),
  );
  const generated = (kustomization.configMapGenerator ?? []).map(
    ({ name, literals }): Manifest => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      data: Object.fromEntries(literals.map((literal) => literal.split(/=(.*)/s, 2))),
    }),
  );
  return (kustomization.patches ?? []).reduce(
    (all, { path, target }) => {
      const patch = parse(readFileSync(join(folder, path), 'utf8'));
      const found = all.find(({ kind, metadata }) => kind === target.kind && metadata.name === target.name);
      if (!found) throw new Error(`${path} patches ${target.kind} ${target.name}, which does not exist.`);
      const patched = jsonpatch.applyPatch(structuredClone(found), patch, true).newDocument as Manifest;
      return all.map((each) => (each === found ? patched : each));
    },
    [...manifests, ...generated] as readonly Manifest[],
  );
};

const readManifests = (path: string): readonly Manifest[] =>
  parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    if (document.errors.length > 0)
      throw new Error(`${basename(dirname(path))}/${basename(path)}: ${document.errors[0]}`);
    return document.toJS() as Manifest;
  });
