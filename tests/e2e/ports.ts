/** Three consecutive ports: two simultaneous runs each need their own REGISTRY_E2E_PORT. */
export const port = Number(process.env.REGISTRY_E2E_PORT ?? 5087);
export const providerPort = port + 1;
export const secondPort = port + 2;
