import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** Milliseconds a login may take; MSAL's own client waits for ever. */
const limit = 15_000;

/** MSAL's way to the login, by fetch and within a time. */
export const loginNetwork = (send: typeof fetch = fetch): INetworkModule => {
  const ask = async <T>(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const { headers, body } = options;
    const answer = await send(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(limit),
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    });
    // MSAL says what it expects, and checks it.
    const json = (await answer.json()) as T;
    return { headers: Object.fromEntries(answer.headers), body: json, status: answer.status };
  };
  return {
    sendGetRequestAsync: (url, options) => ask('GET', url, options),
    sendPostRequestAsync: (url, options) => ask('POST', url, options),
  };
};
