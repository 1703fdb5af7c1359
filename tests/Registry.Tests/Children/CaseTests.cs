using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Tests.Host;
using Registry.Tests.Platform;

namespace Registry.Tests.Children;

/// <summary>What a case and its signal keep of their history for reports of earlier days [22.1, 22.2].</summary>
[Clause("22.1", "22.2")]
public sealed class CaseTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly Caller Holder = new(
        Registry.Basics.Ids.New(),
        Registry.Basics.Ids.New(),
        Registry.Basics.Ids.New(),
        Registry.Basics.Ids.New(),
        Role.Holder,
        [],
        DataScope.Nothing
    );

    private static Signal Reported() =>
        Signal.Register(
            new(SignalSource.ReportReceived, "school", Urgency.Ordinary, Monday, Road.AkSuu, "x", new(true), new(), Monday),
            "S-1",
            (new SignalContents("x", null, null, null, new(true), new()), LooseSeal.Of(Registry.Basics.Ids.New())),
            Holder,
            new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc),
            SignalReceiver.Holders,
            null
        );

    [Fact]
    public void A_case_keeps_since_when_it_stood_where()
    {
        var signal = Reported();
        signal.Forward(Road.Alamudun, SignalReceiver.Holders);
        var @case = Case.Open("1", signal, Monday, Holder);
        @case.EnterInformation(Monday.AddDays(1));
        @case.Advance(CaseStatus.Closed, Monday.AddDays(7));
        Assert.Equal(
            [(Monday, CaseStatus.Opened), (Monday.AddDays(1), CaseStatus.InformationEntered), (Monday.AddDays(7), CaseStatus.Closed)],
            @case.StateHistory.States.Select(s => (s.On, s.State.Status))
        );
        Assert.All(@case.StateHistory.States, s => Assert.Equal(Road.Alamudun, s.State.Territory));
        var found = Assert.Single(@case.FoundHistory.States).State;
        Assert.Equal((Monday, Road.AkSuu), (found.On, found.Territory));
    }

    [Fact]
    public void A_case_moves_on_to_where_it_does_not_stand_yet_and_one_that_was_merged_moves_no_more()
    {
        var @case = Case.Open("1", Reported(), Monday, Holder);
        Assert.True(@case.Advance(CaseStatus.Assessed, Monday));
        Assert.False(@case.Advance(CaseStatus.Assessed, Monday.AddDays(1)));
        @case.Merge();
        Assert.False(@case.Advance(CaseStatus.PlanInForce, Monday.AddDays(1)));
        Assert.Equal(CaseStatus.Merged, @case.Status);
    }

    [Fact]
    public void A_signal_keeps_where_the_child_was_found_although_it_lies_elsewhere_now()
    {
        var signal = Reported();
        signal.Forward(Road.Alamudun, SignalReceiver.Holders);
        signal.Remember(Monday.AddDays(1));
        Assert.Equal((Road.Alamudun, Road.AkSuu), (signal.Territory, Assert.Single(signal.FoundHistory.States).State.Territory));
    }
}
