import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of PEM files: the authority's certificate, the server's certificate and its private key. */
export interface Certificates {
  ca: string;
  cert: string;
  key: string;
}

const CONFIG = `
[req]
distinguished_name = name
prompt = no
[name]
CN = Interviewly test authority
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1
`;

/**
 * A certificate authority of its own and a server certificate for `localhost` and 127.0.0.1 signed by it: a client that
 * verifies must be given this authority and will accept no other, as with a real hosted database.
 */
export function createCertificates(directory: string): Certificates {
  const at = (name: string) => join(directory, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = (file: string) =>
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', file);
  const config = at('openssl.cnf');
  writeFileSync(config, CONFIG);
  newKey(at('ca.key'));
  const authority = ['-x509', '-key', at('ca.key'), '-extensions', 'authority', '-days', '30'];
  openssl('req', '-new', '-sha256', '-config', config, ...authority, '-out', at('ca.pem'));
  newKey(at('server.key'));
  const request = ['-key', at('server.key'), '-subj', '/CN=localhost', '-out', at('server.csr')];
  openssl('req', '-new', '-sha256', '-config', config, ...request);
  const signer = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-set_serial', '2'];
  const signed = ['-extfile', config, '-extensions', 'server', '-out', at('server.pem')];
  openssl('x509', '-req', '-sha256', '-days', '30', '-in', at('server.csr'), ...signer, ...signed);
  return { ca: at('ca.pem'), cert: at('server.pem'), key: at('server.key') };
}
