/** A file that cannot be taken over; the message says where and why, in the language of the page. */
export class FormProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FormProblem";
  }
}
