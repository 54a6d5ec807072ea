/**
 * The private half of the key `development`. It is no secret: the app takes its codes for practice stores on the same
 * machine only, and says so for every other store.
 */
export const developmentKey = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIIUxVi53kwceKoYQVIqGeOA0FPRngGhhOxD9WY0FAS6g
-----END PRIVATE KEY-----
`;
