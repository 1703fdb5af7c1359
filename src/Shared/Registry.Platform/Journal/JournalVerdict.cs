namespace Registry.Platform.Journal;

/// <summary>What a verification can find.</summary>
public enum JournalFlaw
{
    /// <summary>Entries were changed, added or removed, or their block was.</summary>
    Entries,

    /// <summary>A block that was not signed by the Base.</summary>
    Signature,

    /// <summary>A block is missing before this one.</summary>
    Predecessor,

    /// <summary>A day that does not agree with its blocks, or is missing.</summary>
    Day,

    /// <summary>A head that was marked in the key store is not in the chain.</summary>
    Mark,

    /// <summary>A head that was anchored is not in the chain.</summary>
    Head,

    /// <summary>Lines of an anchor were changed, moved or removed from between.</summary>
    AnchorChanged,

    /// <summary>An anchor ends before its last line.</summary>
    AnchorShortened,
    AnchorMissing,

    /// <summary>A declared gap that was not signed by the Base.</summary>
    Restore,
}

/// <param name="From">The first entry concerned.</param>
/// <param name="To">The last one.</param>
/// <param name="Where">The anchor, and the line in it.</param>
public sealed record JournalFinding(JournalFlaw Flaw, long From, long To, string? Where = null)
{
    public override string ToString() =>
        Flaw switch
        {
            JournalFlaw.Entries => $"entries {From} to {To} are not those that were sealed",
            JournalFlaw.Signature => $"the block of entries {From} to {To} was not signed by the Base",
            JournalFlaw.Predecessor => $"a block is missing before entries {From} to {To}",
            JournalFlaw.Day => $"the day of entries {From} to {To} does not agree with its blocks",
            JournalFlaw.Mark => $"the head marked in the key store, entry {To}, is not in the journal",
            JournalFlaw.Head => $"the head anchored in {Where}, entry {To}, is not in the journal",
            JournalFlaw.AnchorChanged => $"{Where} does not follow the line before it",
            JournalFlaw.AnchorShortened => $"{Where} was shortened: it was written up to entry {To}",
            JournalFlaw.AnchorMissing => $"{Where} is gone: it was written up to entry {To}",
            _ => $"the gap declared at entry {To} was not signed by the Base",
        };
}

/// <summary>Outcome of a verification.</summary>
/// <param name="Entries">Found whole, those before the start included.</param>
/// <param name="Since">The entry behind which it began; 0 when it looked at all.</param>
/// <param name="Notes">What is no tampering and still worth saying: torn lines, declared gaps.</param>
public sealed record JournalVerdict(long Entries, long Since, IReadOnlyList<JournalFinding> Findings, IReadOnlyList<string> Notes)
{
    public bool IsWhole => Findings.Count == 0;
}
