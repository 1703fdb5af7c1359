using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.People;
using Registry.Platform.Data;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Access.Model;

/// <summary>A responsible specialist [16.3, 16.4]. The personal number is sealed.</summary>
[NoSubject("staff of bodies, not subjects of the Base")]
internal sealed class Specialist : IVersioned, ISealedRow, IMarked
{
    public const int NameMaxLength = 100;
    public const int PositionMaxLength = 200;

    private Specialist() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid BodyId { get; private set; }
    public Guid? DepartmentId { get; private set; }
    public string Surname { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string? Patronymic { get; private set; }

    [SealedAs(SpecialistPins.Purpose)]
    public byte[] SealedPin { get; private set; } = [];
    public int SealNo { get; set; }

    /// <summary>By which a person who comes from an outside sign-in provider is found; null in a Base that is older than it, until the next start.</summary>
    [Attested]
    public byte[]? PinToken { get; private set; }
    public string Position { get; private set; } = "";
    public string? Phone { get; private set; }
    public string? Email { get; private set; }

    /// <summary>Heads the body: overdue steps of its specialists come to them.</summary>
    [Attested]
    public bool HeadsBody { get; private set; }
    public string SearchText { get; private set; } = "";

    /// <summary>By which lists are ordered: <see cref="Alphabet"/>.</summary>
    public string OrderName { get; private set; } = "";
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];
    public int MacNo { get; set; }

    public string FullName => FullNameOf(Surname, Name, Patronymic);

    public static string FullNameOf(string surname, string name, string? patronymic) =>
        string.IsNullOrEmpty(patronymic) ? $"{surname} {name}" : $"{surname} {name} {patronymic}";

    public static Specialist Register(SpecialistData data, KnownPin pin)
    {
        var specialist = new Specialist { Id = Ids.New(), Version = Ids.New() };
        specialist.Change(data, pin);
        return specialist;
    }

    public void Change(SpecialistData data, KnownPin pin)
    {
        BodyId = data.BodyId;
        DepartmentId = data.DepartmentId;
        Surname = NameText.Normalise(data.Surname);
        Name = NameText.Normalise(data.Name);
        Patronymic = string.IsNullOrWhiteSpace(data.Patronymic) ? null : NameText.Normalise(data.Patronymic);
        (SealedPin, PinToken) = (pin.Seal.Close(this, SpecialistPins.Purpose, pin.Pin), pin.Token);
        Position = data.Position.Trim();
        Phone = data.Phone;
        Email = data.Email;
        HeadsBody = data.HeadsBody;
        SearchText = string.Join(' ', NameKey.Words(Surname, Name, Patronymic));
        OrderName = Alphabet.Key(FullName);
    }

    public void AddToken(byte[] token) => PinToken ??= token;
}

/// <summary>What is entered about a responsible specialist.</summary>
internal sealed record SpecialistData(
    Guid BodyId,
    string Surname,
    string Name,
    string Pin,
    string Position,
    Guid? DepartmentId = null,
    string? Patronymic = null,
    string? Phone = null,
    string? Email = null,
    bool HeadsBody = false
);

/// <summary>The table of <see cref="Specialist"/>.</summary>
internal sealed class SpecialistConfiguration : IEntityTypeConfiguration<Specialist>
{
    public void Configure(EntityTypeBuilder<Specialist> e)
    {
        e.ToTable("specialists");
        e.Property(s => s.Surname).HasMaxLength(Specialist.NameMaxLength);
        e.Property(s => s.Name).HasMaxLength(Specialist.NameMaxLength);
        e.Property(s => s.Patronymic).HasMaxLength(Specialist.NameMaxLength);
        e.Property(s => s.Position).HasMaxLength(Specialist.PositionMaxLength);
        e.Property(s => s.PinToken).HasMaxLength(SpecialistPins.TokenSize);
        e.HasIndex(s => s.BodyId);
        e.HasIndex(s => s.PinToken).IsUnique();
        e.Property(s => s.OrderName).IsAlphabetKey(3 * Specialist.NameMaxLength + 2);
        e.HasIndex(s => new { s.OrderName, s.Id });
    }
}
