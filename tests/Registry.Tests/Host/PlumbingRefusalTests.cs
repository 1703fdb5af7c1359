using System.Net;
using System.Net.Http.Json;
using FluentValidation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Tests.Host;

/// <summary>What is refused before any use case runs, each by its code.</summary>
[Collection("host")]
[Clause("14.2", "25.1")]
public sealed class PlumbingRefusalTests(RegistryHost host)
{
    [Fact]
    public Task Nobody_reads_without_signing_in() =>
        host.Browser().GetAsync("/api/children/work-list").RefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");

    /// <summary>With web-admin, every unknown path is answered with its page; without it the API reports the error.</summary>
    private static RegistryHost WithoutWebAdmin() => new() { More = { [WebHostDefaults.ContentRootKey] = AppContext.BaseDirectory } };

    [Fact]
    public async Task A_path_is_called_by_its_own_methods()
    {
        await using var bare = WithoutWebAdmin();
        var holder = await bare.SignedInAsync("holder.aksuu");
        await holder.DeleteAsync("/api/children/work-list").RefusedAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        await holder.GetAsync("/api/children/no-such-list").RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    public async Task A_body_says_that_it_is_JSON(string type)
    {
        await using var bare = WithoutWebAdmin();
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, type);
        await bare.Browser()
            .PostAsync("/api/access/sign-in", content)
            .RefusedAsync(HttpStatusCode.UnsupportedMediaType, "request.not-json");
    }

    [Fact]
    public async Task A_call_from_another_sites_page_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/children/signals")
        {
            Content = JsonContent.Create(Road.Signal()),
        };
        request.Headers.Add("Origin", "https://elsewhere.example");
        await (await host.SignedInAsync("holder.aksuu")).SendAsync(request).RefusedAsync(HttpStatusCode.Forbidden, "other-origin");
    }

    [Fact]
    public async Task What_a_page_sends_for_one_person_is_not_taken_for_another_who_has_signed_in_since()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var me = (await holder.GetAsync("/api/access/me").JsonAsync()).Text("accountId");
        async Task<HttpResponseMessage> SendAsync(HttpClient user)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/children/signals")
            {
                Content = JsonContent.Create(Road.Signal()),
            };
            request.Headers.Add("Registry-Account", me);
            return await user.SendAsync(request);
        }
        await SendAsync(holder).JsonAsync(HttpStatusCode.Created);
        await SendAsync(await host.SignedInAsync("town.aksuu")).RefusedAsync(HttpStatusCode.Conflict, "account.other");
    }

    [Fact]
    public async Task A_change_names_the_version_that_was_seen()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder
            .PutAsync($"/api/children/cards/{child}/residence", new { section = new { noResidence = true } })
            .RefusedAsync(HttpStatusCode.PreconditionRequired, "version.required");
    }

    [Fact]
    public async Task A_question_is_asked_once()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.GetAsync("/api/children/work-list?size=10&size=20").RefusedAsync(HttpStatusCode.BadRequest, "field.doubled");
    }

    [Fact]
    public async Task A_failure_of_our_own_tells_nothing_of_its_cause()
    {
        var isBroken = false;
        await using var broken = new RegistryHost
        {
            With = services =>
            {
                var whole = services.Last(d => d.ServiceType == typeof(ICases));
                services.AddScoped(s =>
                    isBroken ? throw new InvalidOperationException("Сынова Жыпаргүл")
                    : whole.ImplementationFactory is { } make ? (ICases)make(s)
                    : (ICases)ActivatorUtilities.CreateInstance(s, whole.ImplementationType!)
                );
            },
        };
        var holder = await broken.SignedInAsync("holder.aksuu");
        isBroken = true;
        var answer = await holder.PostAsync($"/api/plans/of-child/{Registry.Basics.Ids.New()}", new { });
        Assert.DoesNotContain("Сынова", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Task.FromResult(answer).RefusedAsync(HttpStatusCode.InternalServerError, "server-error");
    }

    private enum Choice
    {
        One = 1,
    }

    private sealed record Sample(string Text, int Number, Choice Choice);

    /// <summary>Library rules that no form uses yet have texts in our languages too.</summary>
    [Theory]
    [InlineData(nameof(ShortAtLeast), "field.too-short")]
    [InlineData(nameof(LongExactly), "field.wrong-length")]
    [InlineData(nameof(NumberAtLeast), "field.too-small")]
    [InlineData(nameof(NumberAtMost), "field.too-large")]
    [InlineData(nameof(KnownChoice), "field.not-a-choice")]
    public void A_rule_of_the_library_is_said_in_our_own_words(string rule, string code)
    {
        var rules = new InlineValidator<Sample>();
        (
            (Action<InlineValidator<Sample>>)(
                rule switch
                {
                    nameof(ShortAtLeast) => ShortAtLeast,
                    nameof(LongExactly) => LongExactly,
                    nameof(NumberAtLeast) => NumberAtLeast,
                    nameof(NumberAtMost) => NumberAtMost,
                    _ => KnownChoice,
                }
            )
        )(rules);
        var found = rules.Validate(new Sample("ab", 5, (Choice)7)).Errors;
        var context = new DefaultHttpContext { RequestServices = host.Services };
        var error = Assert.Single(Problem.Of(context, found).Errors!);
        Assert.Equal(code, error.Code);
        Assert.DoesNotContain('\'', error.Message);
    }

    private static void ShortAtLeast(InlineValidator<Sample> rules) => rules.RuleFor(s => s.Text).MinimumLength(3);

    private static void LongExactly(InlineValidator<Sample> rules) => rules.RuleFor(s => s.Text).Length(3);

    private static void NumberAtLeast(InlineValidator<Sample> rules) => rules.RuleFor(s => s.Number).GreaterThanOrEqualTo(6);

    private static void NumberAtMost(InlineValidator<Sample> rules) => rules.RuleFor(s => s.Number).LessThanOrEqualTo(4);

    private static void KnownChoice(InlineValidator<Sample> rules) => rules.RuleFor(s => s.Choice).IsInEnum();
}
