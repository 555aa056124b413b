import { randomUUID } from 'node:crypto';
import { issuerName, type Audience, type TokenChanges } from './issuer.ts';

/** An Authorization header and, where it matters, how the activity sent with it differs. */
type Forgery = readonly [authorization: string | undefined, more?: Readonly<Record<string, unknown>>];

/** What forgeries are made of; an unchanged token is valid. */
interface Forging extends Audience {
  readonly token: (changes?: TokenChanges) => string;
}

const elsewhere = 'https://smba.example/';
const aadTenant = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
const another = '00000000-0000-4000-8000-00000000000c';

/** The claims by which the SDK knows a token of the Emulator's. */
export const emulator = (appId: string) => ({ iss: `https://sts.windows.net/${aadTenant}/`, ver: '1.0', appid: appId });

/** What must not pass, by name. */
export const forgeries = ({ token, appId, serviceUrl, now }: Forging): Readonly<Record<string, Forgery>> => {
  const seconds = (from: number) => Math.floor(now().getTime() / 1000) + from;
  const claims = (changed: Record<string, unknown>) => `Bearer ${token({ claims: changed })}`;
  const header = (changed: Record<string, unknown>) => `Bearer ${token({ header: changed })}`;
  return {
    'no token': [undefined],
    'an empty header': [''],
    'another scheme': [`Basic ${token()}`],
    'a token without its scheme': [token()],
    'something that is not a token': ['Bearer a.b.c'],
    'a token cut short': [`Bearer ${token().slice(0, -20)}`],
    'a token of two parts': [`Bearer ${token().split('.').slice(0, 2).join('.')}`],
    'two tokens': [`Bearer ${token()} ${token()}`],
    'an expired token': [claims({ exp: seconds(-301) })],
    'a token that is not valid yet': [claims({ nbf: seconds(400) })],
    'a token that never expires': [claims({ exp: undefined })],
    'a token for another app': [claims({ aud: another })],
    'a token for several apps': [claims({ aud: [another, appId] })],
    'a token for a list of this app alone': [claims({ aud: [appId] })],
    'a token for nobody': [claims({ aud: undefined })],
    'another issuer': [claims({ iss: 'https://api.botframework.example' })],
    "the issuer's name with a slash": [claims({ iss: `${issuerName}/` })],
    'no issuer': [claims({ iss: undefined })],
    'a list of issuers': [claims({ iss: [issuerName] })],
    'a foreign key under a known id': [`Bearer ${token({ signature: 'foreign' })}`],
    'alg none': [`Bearer ${token({ header: { alg: 'none' }, signature: 'none' })}`],
    'alg none with a signature': [header({ alg: 'none' })],
    'no signature': [`Bearer ${token({ signature: 'none' })}`],
    'HS256 with the public key as the secret': [`Bearer ${token({ header: { alg: 'HS256' }, signature: 'hmac' })}`],
    'the public key as the secret under RS256': [`Bearer ${token({ signature: 'hmac' })}`],
    'an algorithm other than the one it was signed by': [header({ alg: 'PS256' })],
    'an unknown key': [header({ kid: randomUUID() })],
    'no key': [header({ kid: undefined })],
    'a key of another kind': [header({ kid: 'elliptic' })],
    'a key that brings itself': [header({ kid: undefined, jwk: { kty: 'RSA' } })],
    'no service URL in the token': [claims({ serviceurl: undefined })],
    'no service URL in the activity': [`Bearer ${token()}`, { serviceUrl: undefined }],
    'no service URL in either': [claims({ serviceurl: undefined }), { serviceUrl: undefined }],
    'an empty service URL in both': [claims({ serviceurl: '' }), { serviceUrl: '' }],
    'a service URL other than the token names': [`Bearer ${token()}`, { serviceUrl: `${serviceUrl}/` }],
    'a service URL that is not Teams': [claims({ serviceurl: elsewhere }), { serviceUrl: elsewhere }],
    'a channel that is not served': [`Bearer ${token()}`, { channelId: 'webchat' }],
    'the Emulator as the channel': [`Bearer ${token()}`, { channelId: 'emulator' }],
    'no channel': [`Bearer ${token()}`, { channelId: undefined }],
    'the channel App Service brings': [claims(emulator(appId)), { channelId: 'AseChannel' }],
    "an Emulator's token": [claims(emulator(appId))],
    "an Emulator's token of version 2": [
      claims({
        iss: `https://login.microsoftonline.com/${aadTenant}/v2.0`,
        ver: '2.0',
        azp: appId,
      }),
    ],
    "another bot's token": [claims({ ...emulator(appId), appid: another })],
  };
};
