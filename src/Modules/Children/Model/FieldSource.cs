using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>
/// Where a value of the card came from [18]. Shown only as long as the card still holds that value: once it is changed by hand, the field no longer has
/// a register as its source.
/// </summary>
[StaysWithCard("tells of the contents of its own card")]
internal sealed class FieldSource : ISealedRow
{
    public const int FieldMaxLength = 60;
    private const string Purpose = "field.source";

    private FieldSource() { }

    public Guid ChildId { get; private init; }
    public SectionCode Section { get; private init; }
    public string Field { get; private init; } = "";
    Guid ISealedRow.Id => SealedAt.RowOf($"{ChildId:N} {Section} {Field}");

    [SealedAs(Purpose)]
    public byte[] SealedValue { get; private set; } = [];
    public int SealNo { get; set; }
    public RegisterKind Kind { get; private set; }
    public string Source { get; private set; } = "";
    public Guid RequestId { get; private set; }

    /// <summary>When the register answered.</summary>
    public DateTime At { get; private set; }
    public Guid TakenBy { get; private set; }

    /// <summary>Columns that <see cref="Read"/> takes, in order.</summary>
    public const string Columns = "ChildId, Section, Field, SealedValue, Kind, Source, RequestId, At, TakenBy, SealNo";

    public static FieldSource Read(DbDataReader row) =>
        new()
        {
            ChildId = row.Id(0),
            Section = row.Code<SectionCode>(1),
            Field = row.GetString(2),
            SealedValue = (byte[])row.GetValue(3),
            Kind = row.Code<RegisterKind>(4),
            Source = row.GetString(5),
            RequestId = row.Id(6),
            At = DateTime.SpecifyKind(row.GetDateTime(7), DateTimeKind.Utc),
            TakenBy = row.Id(8),
            SealNo = row.GetInt32(9),
        };

    public static FieldSource Of(Guid child, SectionCode section, string field) =>
        new()
        {
            ChildId = child,
            Section = section,
            Field = field,
        };

    public void Take(string value, RegisterReply reply, Seal seal, Guid by)
    {
        SealedValue = seal.Close(this, Purpose, value);
        (Kind, Source, RequestId, At, TakenBy) = (reply.Kind, reply.Source, reply.RequestId, reply.At, by);
    }

    public bool HoldsIn(CardContents card, Seal seal) =>
        CardFields.Values(card.Of(Section), Field).Contains(seal.Open<string>(this, Purpose, SealedValue));
}

/// <summary>The table of <see cref="FieldSource"/>.</summary>
internal sealed class FieldSourceConfiguration : IEntityTypeConfiguration<FieldSource>
{
    public void Configure(EntityTypeBuilder<FieldSource> e)
    {
        e.ToTable("field_sources");
        e.HasKey(s => new
        {
            s.ChildId,
            s.Section,
            s.Field,
        });
        e.Property(s => s.Field).HasMaxLength(FieldSource.FieldMaxLength);
        e.Property(s => s.Source).HasMaxLength(500);
    }
}
