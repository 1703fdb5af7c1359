using System.Net;
using System.Text.Json;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Reporting;

/// <summary>Courses, their results, and accounts that require one [15.3].</summary>
[Clause("15.3")]
public sealed class TrainingTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _ministry = null!;
    private HttpClient _holder = null!;

    public async Task InitializeAsync()
    {
        _ministry = await _host.SignedInAsync("ministry");
        _holder = await _host.SignedInAsync("holder.aksuu");
    }

    private static object Text(string text) =>
        new
        {
            ky = text,
            ru = text,
            en = text,
        };

    private static object Option(string text, bool right) => new { text = Text(text), right };

    private static object Course(
        string name = "Курс",
        int validMonths = 6,
        Guid[]? materials = null,
        string[]? roles = null,
        object? options = null
    ) =>
        new
        {
            course = new
            {
                name = Text(name),
                about = Text("x"),
                materials = materials ?? [],
                questions = new[]
                {
                    new { text = Text("1?"), options = options ?? new[] { Option("ооба", true), Option("жок", false) } },
                    new { text = Text("2?"), options = (object)new[] { Option("а", true), Option("б", false), Option("в", true) } },
                },
                passPercent = 100,
                validMonths,
                roles = roles ?? ["holder"],
            },
        };

    private static readonly int[][] Right =
    [
        [0],
        [2, 0],
    ];

    private async Task<Guid> CourseAsync(object? course = null) =>
        (await _ministry.PostAsync("/api/reporting/courses", course ?? Course()).JsonAsync(HttpStatusCode.Created)).Id();

    private static Task<JsonElement> TakeAsync(HttpClient user, Guid course, int[][] answers) =>
        user.PostAsync($"/api/reporting/courses/{course}/attempts", new { answers }).JsonAsync();

    private static async Task<JsonElement> MineAsync(HttpClient user, Guid course) =>
        (await user.GetAsync("/api/reporting/courses").JsonAsync()).GetProperty("items").EnumerateArray().Single(c => c.Id() == course);

    [Fact]
    public async Task A_passed_course_is_valid_for_its_term_and_then_expired()
    {
        var course = await CourseAsync();
        Assert.Equal("not-passed", (await MineAsync(_holder, course)).Text("state"));
        var failed = await TakeAsync(
            _holder,
            course,
            [
                [0],
                [0],
            ]
        );
        Assert.False(failed.GetProperty("passed").GetBoolean());
        Assert.Equal(1, failed.GetProperty("wrong")[0].GetInt32());
        Assert.Equal("not-passed", (await MineAsync(_holder, course)).Text("state"));
        var passed = await TakeAsync(_holder, course, Right);
        Assert.Equal("2027-05-23", passed.Text("validUntil"));
        Assert.Equal("valid", (await MineAsync(_holder, course)).Text("state"));
        _host.Clock.SetUtcNow(new DateTimeOffset(2027, 5, 24, 4, 0, 0, TimeSpan.Zero));
        _holder = await _host.SignedInAsync("holder.aksuu");
        Assert.Equal("expired", (await MineAsync(_holder, course)).Text("state"));
        Assert.Equal(2, (await _holder.GetAsync($"/api/reporting/courses/{course}").JsonAsync()).GetProperty("attempts").GetArrayLength());
    }

    [Fact]
    public async Task Who_takes_a_course_is_never_told_which_answers_are_right()
    {
        var course = await CourseAsync();
        var read = await (await _holder.GetAsync($"/api/reporting/courses/{course}")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("\"right\":true", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _holder.GetAsync($"/api/reporting/courses/{course}/contents")).StatusCode);
        Assert.Contains(
            "\"right\":true",
            await (await _ministry.GetAsync($"/api/reporting/courses/{course}/contents")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_account_that_requires_a_course_opens_nothing_else_until_it_is_passed()
    {
        var course = await CourseAsync();
        await RequireAsync(course);
        // in force at the next request
        Assert.Equal(HttpStatusCode.Forbidden, (await _holder.GetAsync("/api/children/work-list")).StatusCode);
        var me = await _holder.GetAsync("/api/access/me").JsonAsync();
        Assert.Equal(course, me.Id("courseDue"));
        Assert.Equal(["use-base"], me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()));
        await TakeAsync(_holder, course, Right);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.Equal(HttpStatusCode.OK, (await _holder.GetAsync("/api/children/work-list")).StatusCode);
        _host.Clock.SetUtcNow(new DateTimeOffset(2027, 5, 24, 4, 0, 0, TimeSpan.Zero));
        _holder = await _host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.Forbidden, (await _holder.GetAsync("/api/children/work-list")).StatusCode);
    }

    [Fact]
    public async Task A_course_passed_before_it_was_required_counts()
    {
        var course = await CourseAsync();
        await TakeAsync(_holder, course, Right);
        await RequireAsync(course);
        Assert.Equal(HttpStatusCode.OK, (await _holder.GetAsync("/api/children/work-list")).StatusCode);
    }

    private async Task RequireAsync(Guid course)
    {
        var accounts = await _ministry.GetAsync("/api/access/accounts?size=100").JsonAsync();
        var id = accounts.GetProperty("items").EnumerateArray().Single(a => a.Text("login") == "holder.aksuu").Id();
        var access = new
        {
            access = new
            {
                role = "holder",
                validFrom = "2026-01-01",
                validUntil = "2027-11-23",
                territory = Road.AkSuu,
                requiredCourse = course,
            },
            confirm = "holder.aksuu",
        };
        await _ministry
            .PutAsync($"/api/access/accounts/{id}", access, await _ministry.VersionAsync($"/api/access/accounts/{id}"))
            .JsonAsync();
    }

    [Fact]
    public async Task Refuses_to_require_a_course_that_is_not_open()
    {
        var problem = await Assert.ThrowsAnyAsync<Exception>(() => RequireAsync(Guid.CreateVersion7()));
        Assert.Contains("account.course-unknown", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_says_body_by_body_who_has_passed()
    {
        var course = await CourseAsync();
        await TakeAsync(_holder, course, Right);
        var overview = await _ministry.GetAsync($"/api/reporting/courses/{course}/overview").JsonAsync();
        Assert.Equal((4, 1), (overview.GetProperty("assigned").GetInt32(), overview.GetProperty("valid").GetInt32()));
        // those furthest behind come first
        var first = overview.GetProperty("bodies")[0];
        Assert.Equal(0, first.GetProperty("valid").GetInt32());
        Assert.Equal("not-passed", first.GetProperty("people")[0].Text("state"));
    }

    [Fact]
    public async Task A_changed_course_is_another_edition_and_a_closed_one_is_taken_by_nobody()
    {
        var course = await CourseAsync();
        var path = $"/api/reporting/courses/{course}";
        var version = await _ministry.VersionAsync($"{path}/contents");
        await _ministry.PutAsync(path, Course("Жаңы аталыш"), version).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _ministry.PutAsync(path, Course(), version)).StatusCode);
        Assert.Equal(2, (await _ministry.GetAsync($"{path}/contents").JsonAsync()).GetProperty("edition").GetInt32());
        version = await _ministry.VersionAsync($"{path}/contents");
        await _ministry
            .PostAsync($"{path}/close", new { confirm = "Башка" }, version)
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var confirm = await _ministry.NameToTypeAsync($"{path}/consequences");
        await _ministry.PostAsync($"{path}/close", new { confirm }, version).JsonAsync(HttpStatusCode.NoContent);
        var refused = await _holder.PostAsync($"{path}/attempts", new { answers = Right }).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("course.closed", refused.Text("code"));
        await _ministry.ChangeAsync($"{path}/contents", seen => _ministry.PostAsync($"{path}/reopen", new { }, seen));
        await _holder.PostAsync($"{path}/attempts", new { answers = Right }).JsonAsync();
        await _ministry
            .PostAsync($"{path}/reopen", new { }, await _ministry.VersionAsync($"{path}/contents"))
            .RefusedAsync(HttpStatusCode.Conflict, "course.not-closed");
    }

    [Fact]
    public async Task Refuses_a_test_that_cannot_be_failed_and_an_unknown_role_and_material()
    {
        async Task<string> RefusedAsync(object course) =>
            (await _ministry.PostAsync("/api/reporting/courses", course).JsonAsync(HttpStatusCode.BadRequest))
                .GetProperty("errors")[0]
                .Text("code");
        Assert.Equal("course.options-wrong", await RefusedAsync(Course(options: new[] { Option("а", true), Option("б", true) })));
        Assert.Equal("field.wrong-format", await RefusedAsync(Course(roles: ["astronaut"])));
        Assert.Equal("course.role-unknown", await RefusedAsync(Course(roles: ["integrator"])));
        Assert.Equal("course.material-unknown", await RefusedAsync(Course(materials: [Guid.CreateVersion7()])));
        var course = await CourseAsync();
        var incomplete = await _holder
            .PostAsync($"/api/reporting/courses/{course}/attempts", new { answers = new[] { new[] { 0 } } })
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("course.answers-incomplete", incomplete.Text("code"));
    }

    [Fact]
    public async Task The_first_course_comes_with_the_Base_for_holders_and_units()
    {
        var items = (await _holder.GetAsync("/api/reporting/courses").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        var first = Assert.Single(items);
        Assert.True(first.GetProperty("isMine").GetBoolean());
        var read = await _holder.GetAsync($"/api/reporting/courses/{first.Id()}").JsonAsync();
        Assert.Equal(6, read.GetProperty("materials").GetArrayLength());
        Assert.Equal(6, read.GetProperty("questions").GetArrayLength());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
