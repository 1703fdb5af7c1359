using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;

namespace Registry.Reporting.Model;

/// <summary>A numbered snapshot of a report: printed again it is the same [22.7]. Counts only, nothing about a single child.</summary>
[NoSubject("counts")]
internal sealed class FrozenReport
{
    /// <summary>Prefix of its numbers.</summary>
    public const string Series = "R-";
    private const int CodeBytes = 8;

    private FrozenReport() { }

    public Guid Id { get; private init; }
    public string Number { get; private init; } = "";
    public string Report { get; private init; } = "";
    public DateTime At { get; private init; }
    public Guid By { get; private init; }
    public Guid BodyId { get; private init; }

    /// <summary>The answer with its request, as JSON, byte for byte.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SHA-256 over number, moment, author and content.</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>The beginning of the hash, as printed on the paper and in its QR code.</summary>
    public string Code => Convert.ToHexString(Hash.AsSpan(0, CodeBytes));

    /// <summary>True while it is unchanged in the database.</summary>
    public bool IsWhole => Hash.AsSpan().SequenceEqual(HashOf(Number, At, By, Content));

    public static FrozenReport Freeze(string report, string content, Caller by, DateTime at)
    {
        var id = Ids.New();
        var number = Registry.Basics.Time.DocumentNumber.Of(Series, id, at);
        // the database keeps at least whole milliseconds; the hashed value must be read back unchanged
        var moment = new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        return new()
        {
            Id = id,
            Number = number,
            Report = report,
            At = moment,
            By = by.SpecialistId,
            BodyId = by.BodyId,
            Content = content,
            Hash = HashOf(number, moment, by.SpecialistId, content),
        };
    }

    private static byte[] HashOf(string number, DateTime at, Guid by, string content) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{number}|{at:O}|{by:N}|{content}"));
}

/// <summary>The table of <see cref="FrozenReport"/>.</summary>
internal sealed class FrozenReportConfiguration : IEntityTypeConfiguration<FrozenReport>
{
    public void Configure(EntityTypeBuilder<FrozenReport> e)
    {
        e.ToTable("frozen_reports");
        e.Property(r => r.Number).HasMaxLength(ReportingDbContext.CodeMaxLength);
        e.Property(r => r.Report).HasMaxLength(ReportingDbContext.CodeMaxLength);
        e.HasIndex(r => r.Number).IsUnique();
        e.HasIndex(r => new { r.BodyId, r.Id });
    }
}
