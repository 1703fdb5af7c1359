using System.Net;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Registry.Tests.Host;

/// <summary>
/// All external input is read to a depth of 64 without recursion: a hundred thousand levels are refused, and the host survives. Answers of registers:
/// XRoadTests; files: ForeignFileTests.
/// </summary>
[Collection("host")]
[Clause("14.3")]
public sealed class DepthTests(RegistryHost host)
{
    private const int Deep = 100_000;

    private static readonly string Arrays = new string('[', Deep) + new string(']', Deep);
    private static readonly string Objects = string.Concat(Enumerable.Repeat("{\"a\":", Deep)) + "1" + new string('}', Deep);
    private static readonly string Open = new('[', Deep);

    [Fact]
    public async Task Every_body_is_refused()
    {
        HttpClient[] users =
        [
            await host.SignedInAsync("admin"),
            await host.SignedInAsync("holder.aksuu"),
            await host.SignedInAsync("unit.aksuu"),
            await host.SignedInAsync("ministry"),
        ];
        var read = 0;
        foreach (var endpoint in Endpoints.Of(host).Where(e => e.Method is "POST" or "PUT" && e.UseCase is not "SignOut"))
        {
            var taken = false;
            foreach (var body in new[] { Arrays, Objects, Open })
            foreach (var user in users)
            {
                using var request = new HttpRequestMessage(new(endpoint.Method), endpoint.Path(Guid.CreateVersion7()))
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                };
                request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
                var answer = await user.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{endpoint}: {(int)answer.StatusCode}");
                taken |= answer.StatusCode is HttpStatusCode.BadRequest;
            }
            read += taken ? 1 : 0;
        }
        Assert.True(read > 80, $"Only {read} bodies were read.");
    }

    [Theory]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":", "}")]
    [InlineData(
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":",
        "}}]}"
    )]
    public async Task Boundaries_are_refused(string before, string after)
    {
        var admin = await host.SignedInAsync("admin");
        foreach (var deep in new[] { Arrays, Objects, Open })
        {
            var answer = await admin.PostAsync("/api/reporting/boundaries", new { geoJson = before + deep + after, property = "code" });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\";")]
    [InlineData("\n")]
    public async Task An_imported_table_of_nothing_but_quotes_is_refused(string part)
    {
        var admin = await host.SignedInAsync("admin");
        var csv = "code;nameKy;nameRu;nameEn;validFrom\n" + string.Concat(Enumerable.Repeat(part, Deep));
        var answer = await admin.PostAsync("/api/access/territories/import/preview", new { csv });
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode}");
    }

    /// <summary>An unsigned token with a deep header or payload.</summary>
    private static string Token(string header, string contents) =>
        $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(contents)}.{Base64UrlEncoder.Encode("x")}";

    public static TheoryData<string> Tokens =>
        [
            Token("{\"alg\":\"RS256\"}", $"{{\"sub\":{Arrays}}}"),
            Token("{\"alg\":\"RS256\"}", Objects),
            Token($"{{\"alg\":{Arrays}}}", "{}"),
            Token("{\"alg\":\"RS256\"}", Open),
        ];

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_is_refused(string token)
    {
        var system = host.Browser();
        system.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/v1/territories")).StatusCode);
        foreach (var (path, field) in new[] { ("/connect/token", "client_assertion"), ("/signout-outside", "logout_token") })
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "x"), new(field, token)]);
            var answer = await host.Browser().PostAsync(path, form);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public void What_a_foreign_provider_says_of_itself_is_refused()
    {
        foreach (var deep in new[] { Arrays, Objects, Open })
        {
            Assert.ThrowsAny<Exception>(() => OpenIdConnectConfiguration.Create($"{{\"issuer\":\"x\",\"more\":{deep}}}"));
            Assert.ThrowsAny<Exception>(() => new JsonWebKeySet($"{{\"keys\":{deep}}}"));
            Assert.ThrowsAny<Exception>(() => new JsonWebToken(Token("{\"alg\":\"RS256\"}", $"{{\"sub\":{deep}}}")).Claims.ToList());
        }
    }
}
