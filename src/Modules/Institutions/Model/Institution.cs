using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Rows;

namespace Registry.Institutions.Model;

/// <summary>A residential or other children's institution of whatever ownership [5.admin]. Nothing in it is about a child.</summary>
[NoSubject("institutions")]
internal sealed class Institution : IVersioned, ITerritorial, IRemembers
{
    public const int NameMaxLength = 300;
    public const int TextMaxLength = 300;

    private Institution() { }

    public Guid Id { get; private init; }
    public string NameKy { get; private set; } = "";
    public string NameRu { get; private set; } = "";
    public string Inn { get; private set; } = "";
    public Ownership Ownership { get; private set; }
    public InstitutionKind Kind { get; private set; }
    public string? Accreditation { get; private set; }
    public DateOnly? AccreditedFrom { get; private set; }
    public DateOnly? AccreditedUntil { get; private set; }
    public string Address { get; private set; } = "";
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public int Capacity { get; private set; }
    public int? Staff { get; private set; }
    public string? Director { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public string? Services { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBecause { get; private set; }

    /// <summary>Folded names and number: LIKE is case-sensitive for Cyrillic.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Sort key of lists: <see cref="Alphabet"/>.</summary>
    public string OrderKy { get; private set; } = "";
    public string OrderRu { get; private set; } = "";
    public History<InstitutionState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }

    public static Institution Register(InstitutionData data)
    {
        var institution = new Institution { Id = Ids.New(), Version = Ids.New() };
        institution.Change(data);
        return institution;
    }

    /// <summary>As people say it; there is no English name.</summary>
    public LocalText Name => new(NameKy, NameRu, NameRu);

    public DateOnly? Unremembered => StateHistory.Unless(AccreditedFrom ?? DateOnly.MinValue);

    public void Remember(DateOnly on) => StateHistory.Add(on, new(Territory, Kind, Ownership, Capacity, ClosedOn));

    public IFact Fact() => new InstitutionFact(Id, StateHistory.States);

    public InstitutionData Data =>
        new(
            NameKy,
            NameRu,
            Inn,
            Ownership,
            Kind,
            Address,
            Territory,
            Capacity,
            Accreditation,
            AccreditedFrom,
            AccreditedUntil,
            Latitude,
            Longitude,
            Staff,
            Director,
            Phone,
            Email,
            Services
        );

    /// <exception cref="DomainException"><c>institution.closed</c></exception>
    public void Change(InstitutionData data)
    {
        if (ClosedOn is not null)
            throw new DomainException("institution.closed");
        (NameKy, NameRu, Inn, Ownership, Kind) = (data.NameKy.Trim(), data.NameRu.Trim(), data.Inn, data.Ownership, data.Kind);
        (Accreditation, AccreditedFrom, AccreditedUntil) = (data.Accreditation, data.AccreditedFrom, data.AccreditedUntil);
        (Address, Territory, District) = (data.Address.Trim(), data.Territory, Soate.District(data.Territory));
        (Latitude, Longitude, Capacity, Staff) = (data.Latitude, data.Longitude, data.Capacity, data.Staff);
        (Director, Phone, Email, Services) = (data.Director, data.Phone, data.Email, data.Services);
        SearchText = string.Join(' ', NameKey.Words(NameKy, NameRu, Inn));
        (OrderKy, OrderRu) = (Alphabet.Key(NameKy), Alphabet.Key(NameRu));
    }

    /// <exception cref="DomainException"><c>institution.closed</c></exception>
    public void Close(DateOnly on, string because)
    {
        if (ClosedOn is not null)
            throw new DomainException("institution.closed");
        (ClosedOn, ClosedBecause) = (on, because.Trim());
    }

    /// <summary>It was closed in error, or is open again.</summary>
    /// <exception cref="DomainException"><c>institution.not-closed</c></exception>
    public void Reopen()
    {
        if (ClosedOn is null)
            throw new DomainException("institution.not-closed");
        (ClosedOn, ClosedBecause) = (null, null);
    }
}

/// <summary>What is entered about an institution [5.admin].</summary>
/// <param name="Services">What it does for children, in its own words.</param>
internal sealed record InstitutionData(
    string NameKy,
    string NameRu,
    string Inn,
    Ownership Ownership,
    InstitutionKind Kind,
    string Address,
    string Territory,
    int Capacity,
    string? Accreditation = null,
    DateOnly? AccreditedFrom = null,
    DateOnly? AccreditedUntil = null,
    double? Latitude = null,
    double? Longitude = null,
    int? Staff = null,
    string? Director = null,
    string? Phone = null,
    string? Email = null,
    string? Services = null
);

/// <summary>What happened to an institution: registered, changed, renamed, inspected, closed, reopened. Never deleted.</summary>
[NoSubject("history of institutions")]
internal sealed class InstitutionEvent
{
    public Guid Id { get; init; }
    public Guid InstitutionId { get; init; }
    public InstitutionAct Act { get; init; }
    public DateTime At { get; init; }
    public Guid By { get; init; }

    /// <summary>The data before the act as JSON; null for the first.</summary>
    public string? Before { get; init; }

    public static InstitutionEvent Of(Institution institution, InstitutionAct act, InstitutionData? before, Caller by, DateTime at) =>
        new()
        {
            Id = Ids.New(),
            InstitutionId = institution.Id,
            Act = act,
            At = at,
            By = by.SpecialistId,
            Before = before is null ? null : System.Text.Json.JsonSerializer.Serialize(before, Registry.Web.JsonRules.Options),
        };
}

internal enum InstitutionAct
{
    Registered,
    Changed,
    Closed,
    Reopened,
}

/// <summary>An inspection of an institution and what it found.</summary>
[NoSubject("inspections of institutions")]
internal sealed class Inspection
{
    public Guid Id { get; init; }
    public Guid InstitutionId { get; init; }
    public DateOnly On { get; init; }
    public required string By { get; init; }
    public required string Findings { get; init; }

    /// <summary>By when the faults must be remedied.</summary>
    public DateOnly? MendBy { get; init; }
}

/// <summary>The table of <see cref="Institution"/>.</summary>
internal sealed class InstitutionConfiguration : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> e)
    {
        e.ToTable("institutions");
        e.Property(i => i.NameKy).HasMaxLength(Institution.NameMaxLength);
        e.Property(i => i.NameRu).HasMaxLength(Institution.NameMaxLength);
        e.Property(i => i.Inn).HasMaxLength(14).IsUnicode(false);
        e.Property(i => i.SearchText).HasMaxLength(1000);
        e.Ignore(i => i.Data);
        e.Ignore(i => i.Name);
        e.HasIndex(i => i.Inn).IsUnique();
        e.Property(i => i.OrderKy).IsAlphabetKey(Institution.NameMaxLength);
        e.Property(i => i.OrderRu).IsAlphabetKey(Institution.NameMaxLength);
        e.HasIndex(i => new { i.OrderKy, i.Id });
        e.HasIndex(i => new { i.OrderRu, i.Id });
        e.HasIndex(i => i.District);
    }
}

/// <summary>The table of <see cref="InstitutionEvent"/>.</summary>
internal sealed class InstitutionEventConfiguration : IEntityTypeConfiguration<InstitutionEvent>
{
    public void Configure(EntityTypeBuilder<InstitutionEvent> e)
    {
        e.ToTable("institution_events");
        e.HasIndex(x => new { x.InstitutionId, x.Id });
    }
}

/// <summary>The table of <see cref="Inspection"/>.</summary>
internal sealed class InspectionConfiguration : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> e)
    {
        e.ToTable("inspections");
        e.HasIndex(x => new { x.InstitutionId, x.On });
    }
}
