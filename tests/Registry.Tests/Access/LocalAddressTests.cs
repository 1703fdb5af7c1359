using System.Net;
using Registry.Tests.Host;
using Registry.Web;

namespace Registry.Tests.Access;

/// <summary>After a sign-in the browser stays on this host, whatever the link said.</summary>
[Clause("14.5", "15.2")]
[Collection("host")]
public sealed class LocalAddressTests(RegistryHost host)
{
    public static TheoryData<string> Elsewhere =>
        [
            "//evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r/evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\0/evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "evil.example",
            " /cards",
            "///evil.example",
            "/x/..//evil.example",
            "/.//evil.example",
            "/x/../..//evil.example",
            "/x/%2e%2e//evil.example",
            "/\u0085/evil.example",
        ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task A_link_that_leads_elsewhere_leads_home(string to)
    {
        Assert.Equal("/", LocalAddress.Or(to, "/"));
        var answer = await host.Browser().GetAsync($"/auth/begin?to={Uri.EscapeDataString(to)}");
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.BadRequest });
        if (answer.StatusCode is HttpStatusCode.Redirect)
            Assert.StartsWith("http://localhost/connect/authorize", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/children/1?tab=plan#x", "/children/1?tab=plan#x")]
    [InlineData("/statistics?name=Ү", "/statistics?name=%D2%AE")]
    [InlineData("/%2F%2Fevil.example", "/%2F%2Fevil.example")]
    public void A_link_within_the_Base_is_kept_in_ASCII(string to, string kept) => Assert.Equal(kept, LocalAddress.Or(to, "/"));
}
