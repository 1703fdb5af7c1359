using Microsoft.Extensions.Configuration;
using Registry.Basics.Time;

namespace Registry.Access.Model;

/// <summary>One step of the chain: whom to notify how many working days after the due day; below zero it reminds before it.</summary>
internal sealed record EscalationStep(int Level, int AfterWorkingDays, Recipient To)
{
    public bool IsReminder => AfterWorkingDays < 0;

    /// <summary>The last due day that this step concerns on a day.</summary>
    public DateOnly LastDueOn(WorkingCalendar calendar, DateOnly today)
    {
        if (IsReminder)
            return calendar.Add(today, -AfterWorkingDays);
        var due = today.AddDays(-1);
        while (AfterWorkingDays > 0 && calendar.Add(due, AfterWorkingDays) >= today)
            due = due.AddDays(-1);
        return due;
    }
}

/// <summary>
/// The chain specialist, head of body, territorial unit, centre. The regulation names the terms but not whom to push when one is missed, so steps and delays
/// are settings: <c>Registry:Escalation:0:AfterWorkingDays</c>, <c>Registry:Escalation:0:To</c> and so on replace the whole chain.
/// </summary>
internal sealed record EscalationChain(IReadOnlyList<EscalationStep> Steps)
{
    public static EscalationChain Standard { get; } =
        Of([
            (-1, Recipient.Specialist),
            (0, Recipient.Specialist),
            (1, Recipient.HeadOfBody),
            (2, Recipient.TerritorialUnit),
            (5, Recipient.Centre),
        ]);

    /// <summary>The level from which on steps have come to a link.</summary>
    public int FirstLevelOf(Recipient link) => Steps.First(s => s.To == link).Level;

    /// <exception cref="InvalidOperationException">Delays do not grow.</exception>
    public static EscalationChain Of(IReadOnlyList<(int AfterWorkingDays, Recipient To)> steps)
    {
        if (steps.Zip(steps.Skip(1)).Any(pair => pair.First.AfterWorkingDays >= pair.Second.AfterWorkingDays))
            throw new InvalidOperationException("Registry:Escalation: each step's AfterWorkingDays must be greater than the one before.");
        return new([.. steps.Select((step, i) => new EscalationStep(i + 1, step.AfterWorkingDays, step.To))]);
    }

    public static EscalationChain Read(IConfiguration configuration)
    {
        var steps = configuration.GetSection("Registry:Escalation").GetChildren().ToList();
        return steps.Count == 0 ? Standard : Of([.. steps.Select(s => (s.GetValue<int>("AfterWorkingDays"), s.GetValue<Recipient>("To")))]);
    }
}
