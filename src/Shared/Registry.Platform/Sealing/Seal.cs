using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Registry.Platform.Sealing;

/// <summary>One subject's seal.</summary>
public sealed class Seal
{
    /// <summary>How values are written before they are sealed.</summary>
    public static JsonSerializerOptions Shape => Json;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SealingKey _key;
    private readonly OpenedSeals? _opened;

    internal Seal(Guid subject, SealingKey key, OpenedSeals? opened)
    {
        Subject = subject;
        _key = key;
        _opened = opened;
    }

    public Guid Subject { get; }

    /// <summary>Reseals a value for one purpose (table and column) of a row: what was sealed there before opens no more.</summary>
    /// <remarks>Of several sealed columns of a row the others go to the new number by <see cref="Beside"/>.</remarks>
    public byte[] Close<T>(ISealedRow row, string purpose, T value)
    {
        row.SealNo++;
        return Close(SealedAt.Of(row), purpose, value);
    }

    /// <summary>Seals a value where the row does not exist yet.</summary>
    public byte[] Close<T>(SealedAt at, string purpose, T value) =>
        Cipher.Seal(_key, Subject, at, purpose, Padding.Of(JsonSerializer.SerializeToUtf8Bytes(value, Json)));

    /// <summary>Another sealed column of a row that was resealed a moment ago, with the contents it had.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(seal))]
    public byte[]? Beside(ISealedRow row, string purpose, byte[]? seal) =>
        seal is null ? null : HandOver([purpose], seal, new(row.Id, row.SealNo - 1), this, SealedAt.Of(row));

    /// <summary>A value in the shape in which it is sealed, to compare with another.</summary>
    public static JsonElement Plain<T>(T value) => JsonSerializer.SerializeToElement(value, Json);

    /// <summary>Seals the bytes of a file as they are.</summary>
    public byte[] CloseFile(SealedAt at, string purpose, ReadOnlySpan<byte> content) => Cipher.Seal(_key, Subject, at, purpose, content);

    /// <exception cref="BrokenSealException">The seal was changed, moved or put back.</exception>
    public byte[] OpenFile(SealedAt at, string purpose, ReadOnlySpan<byte> seal)
    {
        _opened?.Add(Subject);
        return Unseal(at, purpose, seal);
    }

    /// <summary>The same contents under another subject's seal, opened and closed by the Base itself.</summary>
    /// <param name="purposes">Those for which the column may be sealed: the one that fits is kept.</param>
    /// <exception cref="BrokenSealException">None of them fits, or the seal was changed, moved or put back.</exception>
    internal byte[] HandOver(IReadOnlyList<string> purposes, byte[] seal, SealedAt from, Seal to, SealedAt at)
    {
        for (var i = 0; ; i++)
            try
            {
                return Cipher.Seal(to._key, to.Subject, at, purposes[i], Unseal(from, purposes[i], seal));
            }
            catch (BrokenSealException) when (i + 1 < purposes.Count)
            {
                // sealed for another of its purposes
            }
    }

    /// <exception cref="BrokenSealException">The seal was changed, moved or put back.</exception>
    public T Open<T>(ISealedRow row, string purpose, byte[] seal) => Open<T>(SealedAt.Of(row), purpose, seal);

    /// <inheritdoc cref="Open{T}(ISealedRow, string, byte[])"/>
    public T Open<T>(SealedAt at, string purpose, byte[] seal)
    {
        _opened?.Add(Subject);
        return JsonSerializer.Deserialize<T>(Unseal(at, purpose, seal), Json)!;
    }

    /// <summary>For a row of a list: what does not open hides no other row. It is a finding all the same, and kept when the call ends.</summary>
    public T OpenOr<T>(SealedAt at, string purpose, byte[] seal, T unreadable)
    {
        try
        {
            return Open<T>(at, purpose, seal);
        }
        catch (BrokenSealException broken)
        {
            _opened?.Add(broken);
            return unreadable;
        }
    }

    /// <summary>Whether the seal lies where it was put, closed for one of the purposes.</summary>
    internal bool Holds(SealedAt at, IReadOnlyList<string> purposes, byte[] seal)
    {
        foreach (var purpose in purposes)
            try
            {
                Unseal(at, purpose, seal);
                return true;
            }
            catch (BrokenSealException)
            {
                // another of its purposes, or none
            }
        return false;
    }

    private byte[] Unseal(SealedAt at, string purpose, ReadOnlySpan<byte> seal)
    {
        try
        {
            return Cipher.Open(_key, Subject, at, purpose, seal);
        }
        catch (CryptographicException)
        {
            throw new BrokenSealException(Subject, at.Row);
        }
    }
}

/// <summary>The children whose seals were opened in the running call.</summary>
public sealed class OpenedSeals
{
    private HashSet<Guid>? _subjects;

    internal void Add(Guid subject) => (_subjects ??= []).Add(subject);

    internal IReadOnlyCollection<Guid> Subjects => _subjects ?? [];

    private List<BrokenSealException>? _broken;

    internal void Add(BrokenSealException broken) => (_broken ??= []).Add(broken);

    /// <summary>What did not open and was left out of a list.</summary>
    internal IReadOnlyList<BrokenSealException> Broken => _broken ?? [];

    /// <summary>16 bytes a child, in the order of opening; null when none was opened.</summary>
    internal byte[]? Pack()
    {
        if (_subjects is null)
            return null;
        var packed = new byte[_subjects.Count * 16];
        var at = 0;
        foreach (var subject in _subjects)
        {
            subject.TryWriteBytes(packed.AsSpan(at));
            at += 16;
        }
        return packed;
    }
}
