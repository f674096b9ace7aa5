import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { code, say, type Text } from '../../../model/text.ts';
import type { CoderFault, Fault } from './fault.ts';

/** The gap that a fault leaves, with its sentence and its remedy. */
export function explainFault({ fault, asked }: CoderFault): NotChecked {
  return { code: codeOf(fault), detail: detailOf(fault, asked), remedy: remedyOf(fault) };
}

function codeOf(fault: Fault): string {
  if (fault.kind !== 'status') return `coder-${fault.kind}`;
  const known = STATUS_CODES.get(fault.status);
  return known ?? (fault.status >= 500 ? 'coder-server-error' : 'coder-unexpected-status');
}

const STATUS_CODES: ReadonlyMap<number, string> = new Map([
  [401, 'coder-token-refused'],
  [403, 'coder-forbidden'],
  [404, 'coder-not-found'],
]);

function detailOf(fault: Fault, asked: string): Text {
  switch (fault.kind) {
    case 'unreachable':
      return fault.code === undefined
        ? [`Coder could not be reached for ${asked}.`]
        : [`Coder could not be reached for ${asked} (`, code(fault.code), ').'];
    case 'proxy-refused':
      return [`The proxy refuses to connect to Coder (${fault.status}).`];
    case 'certificate':
      return ['The certificate of the Coder server is not trusted here (', code(fault.code), ').'];
    case 'timeout':
      return [`Coder did not send ${asked} within ${fault.seconds} s.`];
    case 'deadline':
      return [
        `All requests to Coder together may take ${fault.seconds} s, and this time was over before ${asked} arrived.`,
      ];
    case 'cut':
      return [`The connection to Coder broke while it sent ${asked}.`];
    case 'too-large':
      return [`Coder's answer for ${asked} is larger than ${fault.mebibytes} MiB and was not read.`];
    case 'redirected':
      return fault.origin === undefined
        ? [`When asked for ${asked}, the server redirects without saying where.`]
        : [
            `When asked for ${asked}, the server redirects to another origin, `,
            code(fault.origin),
            '. The token is not sent there.',
          ];
    case 'redirect-loop':
      return [`When asked for ${asked}, the server redirects again and again.`];
    case 'web-page':
      return [
        `When asked for ${asked}, the server answered with a web page (status ${fault.status}), not with Coder's API.`,
      ];
    case 'not-json':
      return [`Coder's answer for ${asked} is not JSON.`];
    case 'unexpected-shape':
      return [`Coder's answer for ${asked} lacks `, code(fault.where), ', or has it in an unexpected form.'];
    case 'endless-list':
      return [`Coder reports ${fault.count} entries for ${asked}, more than can be read.`];
    case 'rate-limited':
      return fault.seconds === undefined
        ? [`Coder's rate limit refused ${asked} (429).`]
        : [
            `Coder's rate limit refused ${asked} (429) and asks for a wait of ${fault.seconds} s, longer than this run may take.`,
          ];
    case 'status':
      return [...statusOf(fault.status, asked), ...messageOf(fault.message)];
  }
}

function statusOf(status: number, asked: string): Text {
  if (status === 401) return ['Coder refuses the session token (401).'];
  if (status === 403) return [`The token may not read ${asked} (403).`];
  if (status === 404) return [`Coder has no such thing as ${asked}, or the token may not see it (404).`];
  if (status >= 500) return [`Coder answered for ${asked} with a server error (${status}).`];
  return [`Coder answered for ${asked} with status ${status}.`];
}

function messageOf(message: string | undefined): Text {
  return message === undefined ? [] : [' It says: ', code(message), '.'];
}

function remedyOf(fault: Fault): Text {
  switch (fault.kind) {
    case 'unreachable':
      return say`Check ${'coder-url'} and the network. If the runner is outside the network, run ${'history --save'} inside and give ${'history-file'} here. For a proxy, see docs/failure-history.md.`;
    case 'proxy-refused':
      return say`Check ${'HTTPS_PROXY'}, its user and password, and the rules of the proxy. List hosts that need no proxy in ${'NO_PROXY'}.`;
    case 'certificate':
      return say`Set ${'NODE_EXTRA_CA_CERTS'} to the file with the certificate of your certificate authority.`;
    case 'timeout':
    case 'deadline':
    case 'cut':
    case 'too-large':
      return [
        'Run the check again. If this stays, look at the load of the Coder server and at the proxies in between.',
      ];
    case 'redirected':
    case 'redirect-loop':
    case 'web-page':
      return say`Check that ${'coder-url'} is the access URL of Coder itself. A login proxy in front of it must let the token through.`;
    case 'not-json':
    case 'unexpected-shape':
      return say`Check that ${'coder-url'} is a Coder server, 2.22 or newer. If it is, report a bug.`;
    case 'endless-list':
      return ['Delete leftover prebuilds, or ask for one template at a time.'];
    case 'rate-limited':
      return say`Run the check later, or lower ${'max-concurrency'}.`;
    case 'status':
      return statusRemedy(fault.status);
  }
}

function statusRemedy(status: number): Text {
  if (status === 401)
    return say`The token may have expired. Create a new one with ${'coder tokens create'} and store it as ${'coder-session-token'}.`;
  if (status === 403) return ['Use the token of a template admin.'];
  if (status === 404)
    return say`Check the names in ${'coder-template'} and ${'coder-organization'}, and use the token of a template admin.`;
  if (status >= 500) return ['Run the check again. If this stays, look for the cause in the log of the Coder server.'];
  return say`Check that ${'coder-url'} is a Coder server, 2.22 or newer.`;
}
