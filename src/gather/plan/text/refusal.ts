import { code, plain, type Text } from '../../../model/text.ts';
import { UserError } from '../../../model/user-error.ts';

/** What is wrong with an input and how to mend it, told as the rest of a sentence that begins with its name. */
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
