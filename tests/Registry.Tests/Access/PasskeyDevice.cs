using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Registry.Tests.Access;

/// <summary>A device with a passkey, as a browser and its authenticator answer together (WebAuthn Level 3, ES256, no attestation).</summary>
internal sealed class PasskeyDevice(string origin = "http://localhost") : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string? _user;

    public uint Count { get; set; }

    public string Create(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        _user = asked.GetProperty("user").GetProperty("id").GetString();
        var point = _key.ExportParameters(false).Q;
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] said =
        [
            .. Said(asked.GetProperty("rp").GetProperty("id").GetString()!, Present | Verified | WithKey),
            .. new byte[16],
            0,
            (byte)_id.Length,
            .. _id,
            .. key,
        ];
        byte[] attestation =
        [
            0xA3,
            .. Word("fmt"),
            .. Word("none"),
            .. Word("attStmt"),
            0xA0,
            .. Word("authData"),
            0x58,
            (byte)said.Length,
            .. said,
        ];
        return Credential(
            new
            {
                clientDataJSON = Text(ClientData("webauthn.create", asked)),
                attestationObject = Text(attestation),
                transports = new[] { "internal" },
            }
        );
    }

    public string Sign(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        var said = Said(asked.GetProperty("rpId").GetString()!, Present | Verified);
        var client = ClientData("webauthn.get", asked);
        byte[] signed = [.. said, .. SHA256.HashData(client)];
        return Credential(
            new
            {
                clientDataJSON = Text(client),
                authenticatorData = Text(said),
                signature = Text(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
                userHandle = _user,
            }
        );
    }

    private byte[] Said(string host, int flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), (byte)flags, .. count];
    }

    private byte[] ClientData(string type, JsonElement asked) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = asked.GetProperty("challenge").GetString(),
                origin,
                crossOrigin = false,
            }
        );

    private string Credential(object response) =>
        JsonSerializer.Serialize(
            new
            {
                id = Text(_id),
                rawId = Text(_id),
                type = "public-key",
                authenticatorAttachment = "platform",
                clientExtensionResults = new { },
                response,
            }
        );

    private static byte[] Word(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public void Dispose() => _key.Dispose();
}
