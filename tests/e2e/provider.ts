import { constants, createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { providerPort } from "./ports";

const port = providerPort;
export const providerAddress = `http://localhost:${port}`;
const base64 = (value: string | Buffer) => Buffer.from(value).toString("base64url");

/** An OpenID Connect provider with its own page, like the state's: code flow with PKCE, ending a session by a posted form. */
export async function startProvider(pin: string): Promise<{ server: Server; ended: () => string | undefined }> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string; challenge: string }>();
  let ended: string | undefined;

  const idToken = (nonce: string) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: providerAddress, aud: "registry", sub: "person-1", sid: "session-1", pin, nonce, iat: now, exp: now + 300 };
    const text = `${base64(JSON.stringify({ alg: "PS256", kid: "k1", typ: "JWT" }))}.${base64(JSON.stringify(claims))}`;
    return `${text}.${sign("sha256", Buffer.from(text), { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }).toString("base64url")}`;
  };
  const read = async (request: IncomingMessage) => {
    let body = "";
    for await (const part of request) body += String(part);
    return new URLSearchParams(body);
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, providerAddress);
    const json = (value: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (url.pathname === "/.well-known/openid-configuration")
      json({
        issuer: providerAddress,
        authorization_endpoint: `${providerAddress}/authorize`,
        token_endpoint: `${providerAddress}/token`,
        end_session_endpoint: `${providerAddress}/end`,
        jwks_uri: `${providerAddress}/keys`,
      });
    else if (url.pathname === "/keys") json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k1", use: "sig", alg: "PS256" }] });
    else if (url.pathname === "/authorize") {
      const code = randomUUID();
      codes.set(code, { nonce: url.searchParams.get("nonce")!, challenge: url.searchParams.get("code_challenge")! });
      const back = new URL(url.searchParams.get("redirect_uri")!);
      back.searchParams.set("state", url.searchParams.get("state")!);
      const turnBack = new URL(back);
      back.searchParams.set("code", code);
      turnBack.searchParams.set("error", "access_denied");
      response
        .setHeader("content-type", "text/html")
        .end(`<main><a id="enter" href="${back.href.replaceAll("&", "&amp;")}">Enter</a> <a id="cancel" href="${turnBack.href.replaceAll("&", "&amp;")}">Cancel</a></main>`);
    } else if (url.pathname === "/token") {
      const form = await read(request);
      const known = codes.get(form.get("code")!);
      codes.delete(form.get("code")!);
      if (!known || createHash("sha256").update(form.get("code_verifier")!).digest("base64url") !== known.challenge) response.writeHead(400).end();
      else json({ id_token: idToken(known.nonce), access_token: randomUUID(), token_type: "Bearer", expires_in: 300 });
    } else if (url.pathname === "/end" && request.method === "POST") {
      const form = await read(request);
      const back = form.get("post_logout_redirect_uri");
      ended = form.get("id_token_hint") ?? ended;
      // an empty form probes whether forms are accepted at all
      if (back) response.writeHead(303, { location: back }).end();
      else response.writeHead(400).end();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(port, ready));
  return { server, ended: () => ended };
}
