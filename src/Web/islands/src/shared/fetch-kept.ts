/** Fetches; without a network, takes what a session keeps. The code for that is there exactly when something is kept. */
export async function fetchKept(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    const response = init.signal?.aborted ? undefined : await import("./kept").then(({ kept }) => kept(address)).catch(() => undefined);
    if (response) return response;
    throw error;
  }
}
