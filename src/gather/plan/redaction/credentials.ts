/** Names of attributes and keys whose values are secrets more often than not, whatever the masks say. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** Text that has the form of a credential, or has one in it. */
export function looksLikeCredential(text: string): boolean {
  return CREDENTIALS.some((shape) => shape.test(text));
}

const SECRET_NAME =
  /passw(?:or)?d|passphrase|secret|token|credential|private_?key|api_?key|access_?key|auth_?key|account_?key|client_?key|signing_?key|encryption_?key|ssh_?key|user_?data|custom_?data|kube_?config|docker_?config|connection_?string|bearer|authorization|cookie|startup_script|init_script/i;

/** Every repetition is bounded: the texts are not ours. */
const CREDENTIALS: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/,
  /\b(?:gh[opsur]_|github_pat_)\w{16}/,
  /\bgl(?:pat|ptt|cbt|rt|dt)-[\w-]{16}/,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12}/,
  /\bAIza[\w-]{30}/,
  /\bya29\.[\w-]{16}/,
  /\bxox[abeoprs]-[\w-]{10}/,
  /\b(?:sk|rk|pk)_(?:live|test)_\w{16}/,
  /\bsk-[\w-]{20}/,
  /\b(?:hv[sbr]\.|s\.)[\w-]{20}/,
  /\b(?:npm_|dckr_pat_|dop_v1_|pypi-|shpat_|tfp_|pul-)[\w-]{16}/,
  /\bSG\.[\w-]{16}/,
  /\.atlasv1\.\w{16}/,
  // A JSON Web Token: two base64 objects.
  /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8}/,
  // A user name and a password in an address.
  /:\/\/[^/\s:@]{0,200}:[^/\s@]{1,400}@/,
  /\b(?:bearer|basic)\s{1,8}[\w+/=.~-]{8}/i,
  /(?:passw(?:or)?d|passphrase|secret|token|credential|(?:api|access|private|account|signing)[_-]?key)\w{0,32}["']?\s{0,8}[:=]\s{0,8}["']?[^\s"',;]{3}/i,
];
