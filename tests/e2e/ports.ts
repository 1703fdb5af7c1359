/** Three ports in a row: two runs at once need a REGISTRY_E2E_PORT of their own. */
export const port = Number(process.env.REGISTRY_E2E_PORT ?? 5087);
export const providerPort = port + 1;
export const secondPort = port + 2;
