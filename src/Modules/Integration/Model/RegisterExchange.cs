using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Contracts;
using Registry.Platform.Sealing;

namespace Registry.Integration.Model;

/// <summary>A query to one register about one child [18]: by whom, for which case, with what result; the answer is sealed.</summary>
internal sealed class RegisterExchange : ISealedRow
{
    private const string Purpose = "register.answer";

    public Guid Id { get; init; }

    /// <summary>Id of the whole query, shared by several registers.</summary>
    public Guid AskId { get; init; }
    public Guid ChildId { get; private set; }

    /// <summary>Number of the case, or of the signal.</summary>
    public string CaseNumber { get; init; } = "";
    public RegisterKind Kind { get; init; }
    public string Source { get; init; } = "";
    public DateTime At { get; init; }

    /// <summary>Who made the query; for a refresh by the Base the responsible specialist of the case.</summary>
    public Guid AskedBy { get; init; }
    public bool ByTheBase { get; init; }
    public RegisterOutcome Outcome { get; init; }

    [SealedAs(Purpose)]
    public byte[] SealedReply { get; private set; } = [];
    public int SealNo { get; set; }

    public static RegisterExchange Of(Guid askId, RegisterAsk ask, RegisterReply reply, Seal seal) =>
        new()
        {
            Id = reply.RequestId,
            AskId = askId,
            ChildId = ask.ChildId,
            CaseNumber = ask.CaseNumber,
            Kind = reply.Kind,
            Source = reply.Source,
            At = reply.At,
            AskedBy = ask.AskedBy,
            ByTheBase = ask.BodyId is null,
            Outcome = reply.Outcome,
            SealedReply = seal.Close(new SealedAt(reply.RequestId), Purpose, reply),
        };

    public void Follow(Guid child, Seal before, Seal now) => (ChildId, SealedReply) = (child, now.Close(this, Purpose, Open(before)));

    public RegisterReply Open(Seal seal) => seal.Open<RegisterReply>(this, Purpose, SealedReply);
}

/// <summary>The table of <see cref="RegisterExchange"/>.</summary>
internal sealed class RegisterExchangeConfiguration : IEntityTypeConfiguration<RegisterExchange>
{
    public void Configure(EntityTypeBuilder<RegisterExchange> e)
    {
        e.ToTable("register_exchanges");
        e.Property(x => x.CaseNumber).HasMaxLength(40);
        e.Property(x => x.Source).HasMaxLength(RegisterService.AddressMaxLength + (2 * RegisterService.ShortText));
        e.HasIndex(x => new { x.ChildId, x.At });
        e.HasIndex(x => x.AskId);
        e.HasIndex(x => new { x.Kind, x.At });
    }
}
