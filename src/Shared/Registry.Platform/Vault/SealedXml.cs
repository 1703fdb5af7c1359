using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Keys;
using Registry.Platform.Sealing;

namespace Registry.Platform.Vault;

/// <summary>ASP.NET's own keys (cookies) lie in the database sealed like everything else.</summary>
internal sealed class SealedXmlEncryptor(KeyStore keys) : IXmlEncryptor
{
    internal const string Purpose = "data-protection";

    // ASP.NET does not say which key it requests: exchanged, none of its keys opens a cookie
    internal static readonly SealedAt Place = new(KeyStore.Base);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        // ASP.NET calls synchronously, once every 90 days
        var key = keys.FindAsync([KeyStore.Base], CancellationToken.None).AsTask().GetAwaiter().GetResult()[KeyStore.Base];
        var seal = Cipher.Seal(
            key,
            KeyStore.Base,
            Place,
            Purpose,
            Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))
        );
        return new(new XElement("sealed", Convert.ToBase64String(seal)), typeof(SealedXmlDecryptor));
    }
}

internal sealed class SealedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var keys = services.GetRequiredService<KeyStore>();
        var key = keys.FindAsync([KeyStore.Base], CancellationToken.None).AsTask().GetAwaiter().GetResult()[KeyStore.Base];
        return XElement.Parse(
            Encoding.UTF8.GetString(
                Cipher.Open(
                    key,
                    KeyStore.Base,
                    SealedXmlEncryptor.Place,
                    SealedXmlEncryptor.Purpose,
                    Convert.FromBase64String(encryptedElement.Value)
                )
            )
        );
    }
}
