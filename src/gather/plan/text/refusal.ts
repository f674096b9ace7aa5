import { code, plain, type Text } from '../../../model/text.ts';
import { UserError } from '../../../model/user-error.ts';

/** The problem with an input and its fix, as the rest of a sentence that begins with the input's name. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly predicate: Text;

  constructor(predicate: Text) {
    super('an input was refused');
    this.predicate = predicate;
  }

  about(input: string): UserError {
    const subject: Text = input === '-' ? ['Standard input'] : [code(input)];
    return new UserError(plain([...subject, ' ', ...this.predicate]));
  }
}
