using System.Net;
using Registry.Basics.People;
using Registry.Children.Model;
using Registry.Children.Registers;
using Registry.Contracts;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>Registers of other state bodies are queried about the child of a signal, not about just anyone [18, 28].</summary>
[Collection("host")]
[Clause("18", "28")]
public sealed class FittingPinTests(RegistryHost host)
{
    private static readonly DateOnly Found = new(2026, 11, 23);

    /// <summary>A girl born on 4 May 2016.</summary>
    private const string Girl = "10405201600011";

    /// <summary>A woman born on 8 March 1990.</summary>
    private const string Woman = "10803199000011";

    public static TheoryData<string, string, bool> Numbers =>
        new()
        {
            { "nothing is known: any child", Girl, true },
            { "nothing is known: no adult", Woman, false },
            { "a boy", Girl, false },
            { "born that day", Girl, true },
            { "born another day", Girl, false },
            { "born about then", Girl, true },
            { "born long before", Girl, false },
            { "aged 10", Girl, true },
            { "aged 11", Girl, true },
            { "aged 14", Girl, false },
            { "the number itself", Woman, true },
            { "a mother born that day", Woman, true },
            { "a mother born another day", Woman, false },
        };

    private static (FirstKnown Child, Relative[] Relatives) Signal(string known) =>
        known switch
        {
            "a boy" => (new(Sex: Sex.Male), []),
            "born that day" => (new(BirthDate: new(2016, 5, 4)), []),
            "born another day" => (new(BirthDate: new(2016, 5, 5)), []),
            "born about then" => (new(BirthDate: new(2015, 1, 1), BirthDateInDoubt: true), []),
            "born long before" => (new(BirthDate: new(2013, 1, 1), BirthDateInDoubt: true), []),
            "aged 10" => (new(Age: 10), []),
            "aged 11" => (new(Age: 11), []),
            "aged 14" => (new(Age: 14), []),
            "the number itself" => (new(Pin: Woman), []),
            "a mother born that day" => (new(), [new("mother", "Сынова Айгүл", new(1990, 3, 8))]),
            "a mother born another day" => (new(), [new("mother", "Сынова Айгүл", new(1990, 3, 9))]),
            _ => (new(), []),
        };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Only_a_number_that_may_be_the_childs_or_a_recorded_relatives_fits(string known, string pin, bool fits)
    {
        var (child, relatives) = Signal(known);
        Assert.Equal(fits, FittingPin.Fits(pin, child, relatives, Found));
    }

    [Fact]
    public async Task An_open_signal_does_not_look_citizens_up()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        Task<HttpResponseMessage> AskAsync(string pin, string reason = "Апасы айтты") =>
            holder.PostAsync($"/api/children/signals/{signal}/registers", new { pin, reason });
        await AskAsync(Woman).RefusedAsync(HttpStatusCode.BadRequest, "registers.other-person");
        await AskAsync(SyntheticPeople.PinOf(true, new(2016, 5, 4), 1, 1, 1), "").RefusedAsync(HttpStatusCode.BadRequest, "field.required");
        foreach (var other in Enumerable.Range(0, LookUpRecorder.MostAboutOne))
            await AskAsync(SyntheticPeople.PinOf(true, new(2016, 5, 4), 1, 1, other)).JsonAsync();
        // a repeated query counts once
        await AskAsync(SyntheticPeople.PinOf(true, new(2016, 5, 4), 1, 1, 0)).JsonAsync();
        await AskAsync(SyntheticPeople.PinOf(true, new(2016, 5, 4), 1, 1, 7))
            .RefusedAsync(HttpStatusCode.TooManyRequests, "look-up.too-many");
    }
}
