// The certified reference implementation of OpenID Connect, with one member. Run by test_independent_provider.py.
import Provider from 'oidc-provider';

const [port, redirect] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const said = { email: 'kim@library.example', email_verified: true, name: 'Kim Berg', member_status: 'active' };
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'mentoring', client_secret: 'a-secret-of-forty-characters-or-so-000000', redirect_uris: [redirect],
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'member_status'] },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...said }) }),
  pkce: { required: () => true },
});
provider.listen(port, '127.0.0.1', () => console.log('ready'));
