import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reshape, shapesInUse, type TriedShapes } from '../../../../src/gather/rehearsal/settle/reshape.ts';
import type { Placeholder } from '../../../../src/gather/rehearsal/state/fill-unknown.ts';
import {
  firstShape,
  nextShape,
  placeholderNumber,
  placeholderText,
  placeKey,
  type Shape,
} from '../../../../src/gather/rehearsal/state/placeholder.ts';
import { plainDiagnostic } from '../../../../src/gather/rehearsal/terraform/diagnostic.ts';

const place = (attribute: string, type = 'docker_network') => ({ address: `${type}.n`, type, path: [attribute] });

/** What each shape has to be for a provider or a function to take it. */
const FORMS: readonly (readonly [Shape, RegExp])[] = [
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/],
  ['name', /^[a-z][a-z0-9]{1,30}$/],
  ['arn', /^arn:aws:iam::\d{12}:role\/[\w-]+$/],
  ['number', /^\d+$/],
  ['ip', /^192\.0\.2\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4])$/],
  ['cidr', /^192\.0\.2\.0\/24$/],
  ['url', /^https:\/\/[0-9a-f]+\.rehearsal\.invalid$/],
  ['json', /^\{"rehearsal":"[0-9a-f]+"\}$/],
  ['time', /^2099-01-01T00:00:00Z$/],
  ['base64', /^[A-Za-z0-9+/]+={0,2}$/],
  ['dns', /^[0-9a-f]+\.rehearsal\.invalid$/],
  ['bool', /^true$/],
  ['hex', /^[0-9a-f]{64}$/],
  ['short-hex', /^[0-9a-f]{8}$/],
  ['integer', /^\d+$/],
  ['fingerprint', /^(?:[0-9a-f]{2}:){15}[0-9a-f]{2}$/],
  ['digest', /^sha256:[0-9a-f]{64}$/],
  ['reference', /^rehearsal\.invalid\/image@sha256:[0-9a-f]{64}$/],
  ['path', /^\/rehearsal\/[0-9a-f]+$/],
  ['mac', /^02:00:5e:(?:[0-9a-f]{2}:){2}[0-9a-f]{2}$/],
  ['instance-id', /^i-[0-9a-f]{17}$/],
  ['image-id', /^ami-[0-9a-f]{17}$/],
  [
    'azure-vm',
    /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/\w+\/providers\/Microsoft\.Compute\/virtualMachines\/\w+$/,
  ],
  ['azure-subnet', /\/virtualNetworks\/\w+\/subnets\/internal$/],
  ['private-key', /^-----BEGIN RSA PRIVATE KEY-----\n[\s\S]+\n-----END RSA PRIVATE KEY-----\n$/],
  ['public-key', /^-----BEGIN PUBLIC KEY-----\n/],
  ['ssh-key', /^ssh-rsa AAAA[A-Za-z0-9+/=]+\n$/],
];

describe('a placeholder', () => {
  it.each(FORMS)('has the form of its shape: %s', (shape, form) => {
    for (const key of ['a', 'b', placeKey(place('id'))]) expect(placeholderText(shape, key)).toMatch(form);
  });

  it('is the same for the same place and another for another, where the shape allows', () => {
    const alike: readonly Shape[] = ['cidr', 'time', 'bool', 'private-key', 'public-key', 'ssh-key'];
    for (const [shape] of FORMS) {
      const keys = ['id', 'name', 'token', 'endpoint'].map((attribute) => placeKey(place(attribute)));
      const texts = keys.map((key) => placeholderText(shape, key));
      expect(texts).toEqual(keys.map((key) => placeholderText(shape, key)));
      expect(new Set(texts).size, shape).toBe(alike.includes(shape) ? 1 : keys.length);
    }
  });

  it('of a place is told from that of any other, however its parts are cut', () => {
    expect(placeKey({ address: 'a.b', path: ['c', 'd'] })).not.toBe(placeKey({ address: 'a.b', path: ['c.d'] }));
    expect(placeKey({ address: 'a.b', path: ['c', 0] })).not.toBe(placeKey({ address: 'a.b', path: ['c', '0'] }));
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        const [left, right] = [one, other].map((path) => placeKey({ address: 'a', path }));
        return (left === right) === (JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('that is a number is a small whole one', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const number = placeholderNumber(key);
        return Number.isInteger(number) && number >= 1000 && number < 6000 && number === placeholderNumber(key);
      }),
    );
  });

  it.each<[string, string, Shape]>([
    ['docker_image', 'image_id', 'digest'],
    ['docker_image', 'repo_digest', 'reference'],
    ['docker_container', 'id', 'hex'],
    ['aws_instance', 'id', 'instance-id'],
    ['aws_iam_role', 'arn', 'arn'],
    ['azurerm_subnet', 'id', 'azure-subnet'],
    ['tls_private_key', 'public_key_openssh', 'ssh-key'],
    ['time_rotating', 'rfc3339', 'time'],
    ['some_thing', 'role_arn', 'arn'],
    ['some_thing', 'private_ip', 'ip'],
    ['some_thing', 'created_at', 'time'],
    ['some_thing', 'self_link', 'url'],
    ['some_thing', 'id', 'uuid'],
    ['some_thing', 'zip', 'uuid'],
    ['docker_container', 'network_id', 'uuid'],
  ])('of %s.%s is first a %s', (type, attribute, shape) => {
    expect(firstShape(place(attribute, type))).toBe(shape);
  });

  it('within a list or a block has the shape of the attribute that holds it', () => {
    expect(firstShape({ address: 'a.b', type: 'a', path: ['network_data', 0, 'ip_address'] })).toBe('ip');
    expect(firstShape({ address: 'a.b', type: 'a', path: ['arn', 0] })).toBe('arn');
    // The id of something within is not that of the container.
    expect(firstShape({ address: 'a.b', type: 'docker_container', path: ['network_data', 0, 'id'] })).toBe('uuid');
  });
});

describe('the next shape', () => {
  it.each<[string, Shape]>([
    ['"policy_arn" (5e0e…) is an invalid ARN: arn: invalid prefix', 'arn'],
    ['expected "cidr_block" to contain a valid CIDR', 'cidr'],
    ['Invalid IP address', 'ip'],
    ['Call to function "jsondecode" failed: invalid character \'a\' in JSON', 'json'],
    ['Cannot parse "abc" as a number', 'number'],
    ['strconv.ParseInt: parse int failed', 'number'],
    ['not a valid RFC3339 timestamp', 'time'],
    ['failed to decode base64 data', 'base64'],
    ['a bool is required', 'bool'],
    ['matched (containing 10 segments):\n\n> /subscriptions/1234/x\n', 'like:/subscriptions/1234/x'],
  ])('is what the message asks for: %s', (message, shape) => {
    expect(nextShape(message, ['uuid'])).toBe(shape);
  });

  it('is never one that was tried, and there is an end to them', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'invalid ARN or JSON', 'a number, an IP address'), (message) => {
        const tried: Shape[] = ['uuid'];
        for (let next = nextShape(message, tried); next !== undefined; next = nextShape(message, tried)) {
          if (tried.includes(next) || tried.length > 30) return false;
          tried.push(next);
        }
        return tried.length > 10;
      }),
    );
  });
});

describe('reshaping a placeholder', () => {
  const placeholder = (attribute: string, shape: Shape = 'uuid', address = 'docker_network.n'): Placeholder => {
    const at = { address, type: 'docker_network', path: [attribute] };
    const key = placeKey(at);
    return { ...at, key, shape, text: placeholderText(shape, key) };
  };
  const [id, name] = [placeholder('id'), placeholder('name')];

  it('gives another shape to the placeholder that an error quotes, and to no other', () => {
    const tried = reshape([plainDiagnostic('invalid ARN', `"${id.text}" is none`)], [id, name], new Map());
    expect([...(tried ?? [])]).toEqual([[id.key, ['uuid', 'arn']]]);
    expect(shapesInUse(tried ?? new Map())).toEqual(new Map([[id.key, 'arn']]));
  });

  it('goes on from what was tried', () => {
    const tried: TriedShapes = new Map([[id.key, ['uuid', 'arn']]]);
    const used = placeholderText('arn', id.key);
    const next = reshape([plainDiagnostic('bad', used)], [{ ...id, shape: 'arn', text: used }], tried);
    expect(next?.get(id.key)).toEqual(['uuid', 'arn', 'name']);
    expect(tried.get(id.key)).toEqual(['uuid', 'arn']);
  });

  it('gives one to a placeholder whose expression a function could not take', () => {
    const failed = {
      ...plainDiagnostic('Invalid function argument', 'cannot parse as number'),
      values: [{ traversal: 'docker_network.n.name', statement: 'is a string' }],
    };
    expect(reshape([failed], [id, name], new Map())?.get(name.key)).toEqual(['uuid', 'number']);
  });

  it.each([
    { diagnostic: plainDiagnostic('something else'), because: 'the error is about none' },
    { diagnostic: plainDiagnostic('bad 192.0.2.15'), because: 'it quotes a longer address' },
  ])('is none where $because', ({ diagnostic }) => {
    const short = { ...placeholder('ip', 'ip'), text: '192.0.2.1' };
    expect(reshape([diagnostic], [short], new Map())).toBe(undefined);
  });

  it('finds a placeholder that stands alone beside one that it begins', () => {
    const short = { ...placeholder('ip', 'ip'), text: '192.0.2.1' };
    const tried = reshape([plainDiagnostic('bad 192.0.2.15 and 192.0.2.1')], [short], new Map());
    expect(tried?.has(short.key)).toBe(true);
  });

  it('is none where every shape was tried', () => {
    let tried: TriedShapes = new Map();
    let count = 0;
    for (;;) {
      const shape = tried.get(id.key)?.at(-1) ?? 'uuid';
      const text = placeholderText(shape, id.key);
      const next = reshape([plainDiagnostic('bad', text)], [{ ...id, shape, text }], tried);
      if (next === undefined) break;
      tried = next;
      count++;
    }
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(30);
  });
});
