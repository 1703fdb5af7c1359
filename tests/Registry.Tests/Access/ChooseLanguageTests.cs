using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("2")]
public sealed class ChooseLanguageTests : AccountTests
{
    [Fact]
    public async Task The_language_belongs_to_the_account_and_is_there_at_the_next_sign_in()
    {
        Assert.Null(await LanguageAsync(Admin));
        await Admin.PutAsync("/api/access/me/language", new { language = "ru" }).JsonAsync(HttpStatusCode.NoContent);
        using var elsewhere = await Host.SignedInAsync("admin");
        Assert.Equal("ru", await LanguageAsync(elsewhere));
        using var another = await Host.SignedInAsync("central");
        Assert.Null(await LanguageAsync(another));
    }

    [Fact]
    public async Task Refuses_a_language_that_the_Base_does_not_speak() =>
        Assert.Equal(
            "language.unknown",
            (await Admin.PutAsync("/api/access/me/language", new { language = "de" }).JsonAsync(HttpStatusCode.BadRequest)).CodeAt(
                "language"
            )
        );

    [Fact]
    public async Task Refuses_who_is_not_signed_in()
    {
        using var nobody = Host.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PutAsync("/api/access/me/language", new { language = "ru" })).StatusCode);
    }

    private static async Task<string?> LanguageAsync(HttpClient user) =>
        (await user.GetAsync("/api/access/me").JsonAsync()).GetProperty("language").GetString();
}
