using Registry.Access.SignIn;
using Registry.Kernel;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>What everybody tries first is no password.</summary>
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
}
