using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Platform.Data;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

internal enum BodyKind
{
    AuthorisedBody,
    SocialProtection,
    Education,
    Health,
    InternalAffairs,
    LocalSelfGovernment,
    Justice,
    Commission,
    Institution,
    Other,
}

/// <summary>[6] The level of a body.</summary>
internal enum BodyLevel
{
    Central,
    Local,
}

/// <summary>A body that secures children's rights and interests, state or local [5.bodies, 16.1, 16.2].</summary>
[NoSubject("state bodies")]
internal sealed class Body : IVersioned, ITerritorial, IMarked
{
    public const int NameMaxLength = 300;
    public const int AddressMaxLength = 300;
    private readonly List<Department> _departments = [];

    private Body() { }

    public Guid Id { get; private init; }
    public string NameKy { get; private set; } = "";
    public string NameRu { get; private set; } = "";

    [Attested]
    public string Inn { get; private set; } = "";
    public string Address { get; private set; } = "";

    [Attested]
    public BodyKind Kind { get; private set; }

    [Attested]
    public BodyLevel Level { get; private set; }

    [Attested]
    public string Territory { get; private set; } = "";

    [Attested]
    public string District { get; private set; } = "";

    /// <summary>While it is set, no one of the body can sign in and none of its systems can call.</summary>
    [Attested]
    public DateTime? SuspendedAt { get; private set; }
    public string? SuspendReason { get; private set; }

    /// <summary>Folded names and number: LIKE knows no Cyrillic case.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>By which lists are ordered: <see cref="Alphabet"/>.</summary>
    public string OrderKy { get; private set; } = "";
    public string OrderRu { get; private set; } = "";
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];
    public int MacNo { get; set; }
    public IReadOnlyList<Department> Departments => _departments;

    /// <summary>As people say it; there is no English name.</summary>
    public LocalText Name => new(NameKy, NameRu, NameRu);

    public static Body Register(BodyData data)
    {
        var body = new Body { Id = Ids.New(), Version = Ids.New() };
        body.Change(data);
        return body;
    }

    /// <exception cref="DomainException"><c>body.suspended-already</c></exception>
    public void Suspend(string reason, DateTime at)
    {
        if (SuspendedAt is not null)
            throw new DomainException("body.suspended-already");
        (SuspendedAt, SuspendReason) = (at, reason.Trim());
    }

    /// <exception cref="DomainException"><c>body.not-suspended</c></exception>
    public void Resume()
    {
        if (SuspendedAt is null)
            throw new DomainException("body.not-suspended");
        (SuspendedAt, SuspendReason) = (null, null);
    }

    /// <exception cref="DomainException"><c>department.unknown-parent</c>: the structure is not a tree.</exception>
    public void Change(BodyData data)
    {
        NameKy = data.NameKy.Trim();
        NameRu = data.NameRu.Trim();
        Inn = data.Inn;
        Address = data.Address.Trim();
        Kind = data.Kind;
        Level = data.Level;
        Territory = data.Territory;
        District = Soate.District(data.Territory);
        SearchText = string.Join(' ', NameKey.Words(NameKy, NameRu, Inn));
        (OrderKy, OrderRu) = (Alphabet.Key(NameKy), Alphabet.Key(NameRu));
        ChangeStructure(data.Departments ?? []);
    }

    private void ChangeStructure(IReadOnlyList<DepartmentData> departments)
    {
        // a parent precedes its children: so the structure is a tree without cycles
        var known = new HashSet<Guid>();
        foreach (var department in departments)
        {
            if (department.ParentId is { } parent && !known.Contains(parent))
                throw new DomainException("department.unknown-parent", 400, "departments");
            if (!known.Add(department.Id))
                throw new DomainException("department.doubled", 400, "departments");
        }
        _departments.RemoveAll(d => !known.Contains(d.Id));
        foreach (var (data, order) in departments.Select((d, i) => (d, i)))
        {
            var department = _departments.Find(d => d.Id == data.Id);
            if (department is null)
                _departments.Add(department = new Department { Id = data.Id });
            department.ParentId = data.ParentId;
            department.NameKy = data.NameKy.Trim();
            department.NameRu = data.NameRu.Trim();
            department.Order = order;
        }
    }
}

/// <summary>A part of a body's structure [16.2].</summary>
[NoSubject("parts of bodies")]
internal sealed class Department
{
    public Guid Id { get; init; }
    public Guid? ParentId { get; set; }
    public string NameKy { get; set; } = "";
    public string NameRu { get; set; } = "";
    public int Order { get; set; }
}

/// <summary>What is entered about a body.</summary>
internal sealed record BodyData(
    string NameKy,
    string NameRu,
    string Inn,
    string Address,
    BodyKind Kind,
    BodyLevel Level,
    string Territory,
    IReadOnlyList<DepartmentData>? Departments = null
);

/// <summary>A department as entered; its id is given by the screen, so that children can name their parent before anything is saved.</summary>
internal sealed record DepartmentData(Guid Id, Guid? ParentId, string NameKy, string NameRu);

/// <summary>The table of <see cref="Body"/>.</summary>
internal sealed class BodyConfiguration : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> e)
    {
        e.ToTable("bodies");
        e.Property(b => b.NameKy).HasMaxLength(Body.NameMaxLength);
        e.Property(b => b.NameRu).HasMaxLength(Body.NameMaxLength);
        e.Property(b => b.OrderKy).IsAlphabetKey(Body.NameMaxLength);
        e.Property(b => b.OrderRu).IsAlphabetKey(Body.NameMaxLength);
        e.HasIndex(b => new { b.OrderKy, b.Id });
        e.HasIndex(b => new { b.OrderRu, b.Id });
        e.Property(b => b.Address).HasMaxLength(Body.AddressMaxLength);
        e.Property(b => b.SuspendReason).HasMaxLength(Account.ReasonMaxLength);
        e.Ignore(b => b.Name);
        e.Property(b => b.Inn).HasMaxLength(14).IsUnicode(false);
        e.HasIndex(b => b.Inn).IsUnique();
        e.HasMany(b => b.Departments).WithOne().HasForeignKey("BodyId").OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The table of <see cref="Department"/>.</summary>
internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> e)
    {
        e.ToTable("departments");
        e.Property(d => d.NameKy).HasMaxLength(Body.NameMaxLength);
        e.Property(d => d.NameRu).HasMaxLength(Body.NameMaxLength);
    }
}
