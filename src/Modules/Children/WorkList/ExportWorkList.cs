using FastEndpoints;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;
using Severity = Registry.Contracts.Severity;

namespace Registry.Children.WorkList;

/// <param name="Format">csv or xlsx.</param>
internal sealed record ExportWorkListRequest(
    string Format,
    WorkListDue? Due = null,
    Whose? Whose = null,
    string? Territory = null,
    Step? Step = null,
    string? Clause = null,
    Guid? Responsible = null,
    bool? Unassigned = null
) : IWorkAsked;

internal sealed class ExportWorkListValidator : Validator<ExportWorkListRequest>
{
    public ExportWorkListValidator()
    {
        this.OfAWorkList();
        RuleFor(r => r.Format).OfASheet();
    }
}

/// <summary>The work list with its filters as a file in the reader's language [14.4]. Every child named in it is in the journal.</summary>
internal sealed class ExportWorkListEndpoint(
    HotReads reads,
    Vault vault,
    StatutoryClock clock,
    ISpecialists specialists,
    ITerritories territories,
    Texts texts,
    TimeProvider time
) : ApiEndpoint<ExportWorkListRequest, FileAnswer>
{
    /// <summary>More rows than anyone works through: for more, narrow the list down.</summary>
    private const int Most = 5_000;
    private static readonly string[] Columns =
    [
        "due-on",
        "days-left",
        "what",
        "child",
        "number",
        "territory",
        "responsible",
        "since",
        "severity",
    ];

    public override void Configure()
    {
        Get("children/work-list/file");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
        Costs(Cost.Export);
    }

    public override async Task HandleAsync(ExportWorkListRequest request, CancellationToken ct)
    {
        var today = time.Today();
        var language = Texts.LanguageOf(HttpContext.Request);
        var calendar = await clock.RecentCalendarAsync(ct);
        var sql = reads
            .Sql()
            .Add($"SELECT {WorkRow.Columns} FROM {{platform.deadlines}} d JOIN {{children.children}} c ON c.Id = d.ChildId")
            .WhereOpen(Caller, request, request.Due ?? WorkListDue.All, today)
            .Add(" ORDER BY CASE WHEN c.Severity = {} THEN 0 ELSE 1 END, d.DueOn, d.Id", Severity.Danger)
            .First(Most + 1);
        var rows = await reads.ListAsync(sql, WorkRow.Read, ct);
        if (rows.Count > Most)
            throw new DomainException("work-list.too-many-rows", 400);
        var seals = await vault.OfAsync([.. rows.Select(r => r.ChildId).Distinct()], ct);
        var people = await specialists.NamesAsync([.. rows.Select(r => r.Responsible).OfType<Guid>().Distinct()], ct);
        var places = new Dictionary<string, string>();
        foreach (var code in rows.Select(r => r.Territory).Distinct())
            places[code] = await territories.NameAsync(code, language, ct);
        using var file = new MemoryStream();
        await using (var sheet = await Sheet.OpenAsync(request.Format, file, Texts.LanguageOf(HttpContext.Request)))
        {
            await sheet.RowAsync([.. Columns.Select(c => texts.Say(language, $"work-list.{c}"))]);
            foreach (var r in rows)
                await sheet.RowAsync([
                    r.DueOn,
                    calendar.DaysLeft(today, r.DueOn),
                    $"{texts.Say(language, $"notice.step.{r.Step.Code()}")} [{r.Clause}]",
                    seals.TryGetValue(r.ChildId, out var seal) ? r.Name.Shown(seal) : null,
                    r.Number,
                    places[r.Territory],
                    r.Responsible is { } id ? people.GetValueOrDefault(id) : null,
                    r.StartedOn,
                    r.Severity is Severity.None ? null : texts.Say(language, $"severity.{r.Severity.Code()}"),
                ]);
        }
        await HttpContext.SendFileAsync(
            $"work-list-{today:yyyyMMdd}.{request.Format}",
            Sheet.MediaTypeOf(request.Format),
            file.ToArray(),
            ct
        );
    }
}
