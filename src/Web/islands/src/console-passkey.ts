/** Entry point of the pages on which a passkey is used or made. The console speaks English, so no texts are loaded. */
import { PasskeyFormElement } from "./console/passkey-form";

customElements.define("passkey-form", PasskeyFormElement);
