using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Registry.Access.Authentication;

/// <summary>
/// Caches what a session's cookie says, so that it is not decrypted again at every call. It holds only a session's id; whether that session is still valid is
/// read from the database each time.
/// </summary>
internal sealed class SessionTickets : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name == AccessSchemes.Session)
            options.TicketDataFormat = new Remembering(options.TicketDataFormat);
    }

    private sealed class Remembering(ISecureDataFormat<AuthenticationTicket> inner) : ISecureDataFormat<AuthenticationTicket>
    {
        private const int MostKept = 10_000;
        private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
        private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

        public string Protect(AuthenticationTicket data) => inner.Protect(data);

        public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
        {
            if (protectedText is null)
                return null;
            // the cookie itself is a secret and is not kept
            var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(protectedText + '|' + purpose)));
            if (_kept.TryGetValue(key, out AuthenticationTicket? known))
                return known;
            if (inner.Unprotect(protectedText, purpose) is not { } ticket)
                return null;
            return _kept.Set(key, ticket, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        }
    }
}
