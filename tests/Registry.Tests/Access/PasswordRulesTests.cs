using Microsoft.Extensions.Configuration;
using Registry.Access.Authentication;
using Registry.Basics;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Common passwords are refused.</summary>
[Clause("14.5", "15.2")]
public sealed class PasswordRulesTests
{
    private static string? Refusal(string password)
    {
        try
        {
            Passwords.Judge(password, ["a.sydykova", "Сыдыкова", "Айгүл", ""], "newPassword");
            return null;
        }
        catch (DomainException refusal)
        {
            return refusal.Code;
        }
    }

    [Theory]
    [InlineData("кыска сырсөз", "password.too-short")]
    [InlineData("аааааааааааааааааааа", "password.too-simple")]
    [InlineData("сыдыкова-ысык-жайлоо", "password.too-simple")]
    [InlineData("Айгүл жайлоодо жүрөт", "password.too-simple")]
    [InlineData("A.Sydykova-zhyldyz-77", "password.too-simple")]
    [InlineData("passwordpassword12345", "password.common")]
    [InlineData("P@$$w0rd-P@$$w0rd-2026", "password.common")]
    [InlineData("qwertyuiopasdfghjklzxcvbnm", "password.common")]
    [InlineData("poiuytrewqlkjhgfdsa", "password.common")]
    [InlineData("йцукенгшщзфывапролдж", "password.common")]
    [InlineData("1234567890987654321", "password.common")]
    [InlineData("абвгдежзийклмнопрст", "password.common")]
    [InlineData("кыргызстан бишкек 123", "password.common")]
    [InlineData("пароль пароль пароль", "password.common")]
    [InlineData("сырсөз-ысык-көл-2026", "password.common")]
    [InlineData("министерство понедельник", "password.common")]
    public void A_password_that_many_would_try_is_refused(string password, string code) => Assert.Equal(code, Refusal(password));

    [Theory]
    [InlineData("төрт ала каз көлдө")]
    [InlineData("kyzyl-alma-2026-demo")]
    [InlineData("жайлоодогу кой ёлка")]
    [InlineData("Зелёный чайник на крыше")]
    [InlineData("correct horse battery staple")]
    [InlineData("vX3-9mQp-77Lz-kTw2")]
    public void A_sentence_of_ones_own_is_a_password(string password) => Assert.Null(Refusal(password));

    /// <summary>ASVS 6.2.4: the commonest long passwords combine common words. Each long enough pair is refused, also disguised or with a year.</summary>
    [Fact]
    public void None_of_the_pairs_of_common_words_is_a_password()
    {
        var words = File.ReadAllLines(Path.Combine(Repository.Root, "src/Modules/Access/Seed/common-passwords.txt"))
            .Where(w => w.Length > 3)
            .ToList();
        var pairs = words.SelectMany(a => words.Select(b => a + b)).Where(p => p.Length >= Passwords.MinLength).ToList();
        Assert.True(pairs.Count >= 3_000, $"{pairs.Count}");
        Assert.All(pairs, p => Assert.NotNull(Refusal(p)));
        Assert.All(pairs.Take(1_000), p => Assert.NotNull(Refusal(p.Replace('a', '@').Replace('o', '0') + "2026!")));
    }

    /// <summary>ASVS 6.2.12: found anywhere in the operator's list, and nothing else is.</summary>
    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    public void A_password_of_a_breach_is_found_in_the_operators_list(string newLine, bool ends)
    {
        var known = Enumerable.Range(0, 1_000).Select(i => $"known-from-a-breach-{i}").ToList();
        var lines = known.Select((p, i) => $"{HashOf(p)}:{i * i}").Order(StringComparer.Ordinal);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join(newLine, lines) + (ends ? newLine : ""));
            var list = new BreachedPasswords(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(new Dictionary<string, string?> { [BreachedPasswords.Setting] = file })
                    .Build()
            );
            Assert.All(known, p => Assert.True(list.Holds(p)));
            Assert.All(Enumerable.Range(1_000, 1_000), i => Assert.False(list.Holds($"known-from-a-breach-{i}")));
            File.WriteAllText(file, "");
            Assert.False(list.Holds(known[0]));
        }
        finally
        {
            File.Delete(file);
        }
        Assert.False(new BreachedPasswords(new ConfigurationBuilder().Build()).Holds(known[0]));
    }

#pragma warning disable CA5350 // the usual format of such lists
    private static string HashOf(string password) =>
        Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350

    [Fact]
    public async Task Nobody_chooses_a_password_of_the_operators_list()
    {
        const string chosen = "төрт ала каз көлдө";
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, HashOf(chosen.Normalize()) + ":7\n");
        await using var host = new RegistryHost { More = new() { [BreachedPasswords.Setting] = file } };
        var holder = await host.SignedInAsync("holder.aksuu");
        var refused = await holder
            .PostAsync("/api/access/me/password", new { password = "kyzyl-alma-2026-demo", newPassword = chosen })
            .JsonAsync(System.Net.HttpStatusCode.BadRequest);
        Assert.Equal("password.breached", refused.CodeAt("newPassword"));
        File.Delete(file);
    }
}
