using System.Buffers.Binary;
using Registry.Basics.Time;
using Registry.Platform.Checks;

namespace Registry.Platform.Journal;

/// <summary>Each night the journal is verified from where the last night ended, on Sundays from its first entry [28].</summary>
internal sealed class JournalCheck(VerifyJournal verify, TimeProvider time) : INightlyCheck
{
    public string Key => "journal";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct)
    {
        var verdict = await verify.RunAsync(all: time.Today().DayOfWeek is DayOfWeek.Sunday, ct);
        return [.. verdict.Findings.Select(f => new Finding(IdOf(f), $"{f.From}–{f.To}")).DistinctBy(f => f.AboutId)];
    }

    /// <summary>The same finding has the same id every night.</summary>
    private static Guid IdOf(JournalFinding finding)
    {
        var id = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, finding.From);
        BinaryPrimitives.WriteInt64BigEndian(id.AsSpan(8), (finding.To << 4) | (long)finding.Flaw);
        return new(id);
    }
}
