using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Children.Signals;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Tests.Host;
using Registry.Tests.Platform;

namespace Registry.Tests.Children;

/// <summary>Pending requests about a case that ended are called off, but nothing that others decide.</summary>
[Collection("host")]
[Clause("11.5", "20.9")]
public sealed class OpenQuestionsTests(RegistryHost host)
{
    private static readonly Caller Holder = new(
        Registry.Basics.Ids.New(),
        Registry.Basics.Ids.New(),
        Registry.Basics.Ids.New(),
        Registry.Basics.Ids.New(),
        Role.Holder,
        [],
        DataScope.Nothing
    );

    [Theory]
    [InlineData(Decision.ConsentToEnding, ConfirmationState.Withdrawn)]
    [InlineData(Decision.ConfirmVoid, ConfirmationState.Withdrawn)]
    [InlineData(Decision.ConfirmDayFound, ConfirmationState.Withdrawn)]
    [InlineData(Decision.ConfirmPurge, ConfirmationState.Requested)]
    [InlineData(Decision.MergeAcrossDistricts, ConfirmationState.Requested)]
    public async Task What_the_territorial_unit_was_asked_is_called_off_and_what_the_centre_was_asked_stands(
        Decision decision,
        ConfirmationState after
    ) =>
        await host.InScopeAsync(async s =>
        {
            var (db, child) = (s.GetRequiredService<ChildrenDbContext>(), Registry.Basics.Ids.New());
            await s.GetRequiredService<SecondPerson>()
                .RequestAsync(
                    db,
                    decision,
                    new(Registry.Basics.Ids.New(), child, "1", Road.AkSuu),
                    LooseSeal.Reason(child),
                    Holder,
                    default
                );
            await db.SaveChangesAsync();
            await db.CallOffAsync(c => c.ChildId == child, LapseReason.CaseEnded, host.Clock, default);
            await db.SaveChangesAsync();
            Assert.Equal(after, (await db.Confirmations.AsNoTracking().SingleAsync(c => c.ChildId == child)).State);
            return 0;
        });

    [Fact]
    [Clause("19.3")]
    public async Task A_signal_awaits_the_assessment_of_its_own_child_alone() =>
        await host.InScopeAsync(async s =>
        {
            var (db, clock) = (s.GetRequiredService<ChildrenDbContext>(), s.GetRequiredService<StatutoryClock>());
            // an assessed case that is due for reassessment
            var about = new DeadlineSubject(Registry.Basics.Ids.New(), "1", Registry.Basics.Ids.New(), Road.AkSuu, null);
            (await clock.StartAsync(db, StatutoryTerm.Assess, new(2026, 11, 2), about, default)).Meet(new(2026, 11, 9));
            await clock.StartAsync(db, StatutoryTerm.Assess, new(2026, 11, 23), about, default);
            await db.SaveChangesAsync();
            var signal = Signal.Register(
                new(SignalSource.ReportReceived, "school", Urgency.Ordinary, new(2026, 11, 23), Road.AkSuu, "x", new(true), new()),
                "S-1",
                (new SignalContents("x", null, null, null, new(true), new()), LooseSeal.Of(about.ChildId)),
                Holder,
                host.Clock.Utc(),
                SignalReceiver.Holders,
                null
            );
            Assert.False(await db.AwaitsAssessmentAsync(signal, default));
            return 0;
        });
}
