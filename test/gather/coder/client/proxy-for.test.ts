import { describe, expect, it } from 'vitest';
import { type Environment, proxyFor } from '../../../../src/gather/coder/client/proxy-for.ts';
import { UserError } from '../../../../src/model/user-error.ts';

const PROXY = 'http://proxy.example.com:3128';
const CODER = 'https://coder.example.com';

function chosen(environment: Environment, target = CODER): string | undefined {
  return proxyFor(new URL(target), environment)?.href.replace(/\/$/, '');
}

describe('the proxy', () => {
  it.each<{ environment: Environment; target?: string; proxy: string | undefined; because: string }>([
    { environment: {}, proxy: undefined, because: 'none is named' },
    { environment: { HTTPS_PROXY: PROXY }, proxy: PROXY, because: 'it is for such addresses' },
    {
      environment: { https_proxy: PROXY, HTTPS_PROXY: 'http://other:1' },
      proxy: PROXY,
      because: 'small letters first',
    },
    { environment: { HTTP_PROXY: PROXY }, proxy: undefined, because: 'it is for plain HTTP alone' },
    { environment: { HTTP_PROXY: PROXY }, target: 'http://coder.example.com', proxy: PROXY, because: 'this is plain' },
    { environment: { HTTPS_PROXY: ' ' }, proxy: undefined, because: 'blank is not set' },
    { environment: { HTTPS_PROXY: 'proxy.example.com:3128' }, proxy: PROXY, because: 'curl takes it without a scheme' },
    {
      environment: { HTTPS_PROXY: PROXY },
      target: 'https://127.0.0.1:3000',
      proxy: undefined,
      because: 'a proxy has another loopback',
    },
  ])('is $proxy, because $because', ({ environment, target, proxy }) => {
    expect(chosen(environment, target)).toBe(proxy);
  });

  it.each([
    { exempt: 'coder.example.com', used: false, because: 'it is the host' },
    { exempt: 'other.org, coder.example.com', used: false, because: 'it is in the list' },
    { exempt: 'other.org coder.example.com', used: false, because: 'spaces part too' },
    { exempt: 'example.com', used: false, because: 'it is a subdomain' },
    { exempt: '.example.com', used: false, because: 'a dot in front says so' },
    { exempt: '*.example.com', used: false, because: 'so does a star' },
    { exempt: 'CODER.example.COM', used: false, because: 'names have no case' },
    { exempt: 'coder.example.com:443', used: false, because: 'that is the port' },
    { exempt: '*', used: false, because: 'everything is' },
    { exempt: 'coder.example.com:8443', used: true, because: 'it is another port' },
    { exempt: 'ample.com', used: true, because: 'a name ends at a dot' },
    { exempt: 'other.org,,', used: true, because: 'it is another host' },
    { exempt: '', used: true, because: 'nothing is' },
  ])('is left aside for $exempt: used $used, because $because', ({ exempt, used }) => {
    expect(chosen({ HTTPS_PROXY: PROXY, NO_PROXY: exempt })).toBe(used ? PROXY : undefined);
  });

  it.each(['socks5://mona:secret@proxy.example.com', 'http://', '::secret::'])(
    'that is none is refused without a word of it: %s',
    (value) => {
      const refusal = () => chosen({ HTTPS_PROXY: value });
      expect(refusal).toThrow(UserError);
      expect(refusal).toThrow('`HTTPS_PROXY`');
      expect(refusal).not.toThrow('secret');
    },
  );
});
