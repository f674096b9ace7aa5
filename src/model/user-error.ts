/**
 * Bad input or bad usage: the message is for the person who gave it, names the
 * input and says what to do. It never quotes the content of a plan.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
