import type { Schemas } from "../../api/client";

/** This browser and the page's address allow passkeys. */
export const passkeysWork = () => typeof PublicKeyCredential === "function" && "parseCreationOptionsFromJSON" in PublicKeyCredential;

const answer = (question: Schemas["PasskeyQuestion"], credential: Credential | null): Schemas["PasskeyAnswer"] => ({
  id: question.id,
  credential: JSON.stringify((credential as PublicKeyCredential).toJSON()),
});

/** The device creates a key; the browser prompts the person first. */
export async function createPasskey(question: Schemas["PasskeyQuestion"]) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    JSON.parse(question.options) as PublicKeyCredentialCreationOptionsJSON,
  );
  return answer(question, await navigator.credentials.create({ publicKey }));
}

/** The device signs with one of the account's keys. */
export async function signWithPasskey(question: Schemas["PasskeyQuestion"]) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(question.options) as PublicKeyCredentialRequestOptionsJSON);
  return answer(question, await navigator.credentials.get({ publicKey }));
}
