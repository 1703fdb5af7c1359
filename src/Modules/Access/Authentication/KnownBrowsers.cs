using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Registry.Basics;
using Registry.Basics.Time;

namespace Registry.Access.Authentication;

/// <summary>
/// A browser in which an account has signed in before proves it by a cookie: strangers' guesses at the same account, or from the same address, do not slow it down.
/// It opens nothing by itself.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection, IConfiguration configuration, TimeProvider clock)
{
    private const int RememberedDays = 90;
    private readonly IDataProtector _protector = protection.CreateProtector("Registry.Access.KnownBrowsers");
    private readonly bool _https = configuration.GetValue("Registry:SignIn:RequireHttps", true);

    private string Name => _https ? "__Host-registry.browser" : "registry.browser";

    /// <summary>The browser's own name, if this account has signed in there.</summary>
    public string? Find(HttpContext context, Guid? account)
    {
        if (account is null || context.Request.Cookies[Name] is not { Length: > 0 and < 1_000 } cookie)
            return null;
        try
        {
            return
                _protector.Unprotect(cookie).Split(' ') is [var whose, var browser, var day]
                && whose == account.Value.ToString("N")
                && DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture).AddDays(RememberedDays) >= clock.Today()
                ? browser
                : null;
        }
        catch (Exception problem) when (problem is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, Guid account)
    {
        var browser = Find(context, account) ?? Ids.Random().ToString("N");
        var today = clock.Today().ToString("O", CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(
            Name,
            _protector.Protect($"{account:N} {browser} {today}"),
            new()
            {
                HttpOnly = true,
                Secure = _https,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                Expires = clock.GetUtcNow().AddDays(RememberedDays),
                IsEssential = true,
            }
        );
    }
}
