using FastEndpoints;
using FluentValidation;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.WorkList;

/// <param name="Format">csv or xlsx.</param>
internal sealed record ExportWorkListRequest(
    string Format,
    WorkListDue? Due = null,
    bool? Mine = null,
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

/// <summary>The work list with its filters as a file in the reader's language [14.4]. Every child named in it stands in the journal.</summary>
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
    /// <summary>More rows than anybody works through: who asks for more narrows the list down.</summary>
    private const int Most = 5_000;
    private static readonly string[] Columns = ["due-on", "days-left", "what", "child", "number", "territory", "responsible", "since"];

    private sealed record Row(WorkRow Work, Guid? Responsible);

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
            .Add($"SELECT {WorkRow.Columns}, d.ResponsibleId FROM {{kernel.deadlines}} d JOIN {{children.children}} c ON c.Id = d.ChildId")
            .WhereOpen(Caller, request, request.Due ?? WorkListDue.All, today)
            .Add(" ORDER BY d.DueOn, d.Id")
            .First(Most + 1);
        var rows = await reads.ListAsync(
            sql,
            row => new Row(WorkRow.Read(row), row.IsDBNull(WorkRow.Count) ? null : row.Id(WorkRow.Count)),
            ct
        );
        if (rows.Count > Most)
            throw new DomainException("work-list.too-many-rows", 400);
        var seals = await vault.OfAsync([.. rows.Select(r => r.Work.ChildId).Distinct()], ct);
        var people = await specialists.NamesAsync([.. rows.Select(r => r.Responsible).OfType<Guid>().Distinct()], ct);
        var places = new Dictionary<string, string>();
        foreach (var code in rows.Select(r => r.Work.Territory).Distinct())
            places[code] = await territories.NameAsync(code, language, ct);
        using var file = new MemoryStream();
        await using (var sheet = await Sheet.OpenAsync(request.Format, file, Texts.LanguageOf(HttpContext.Request)))
        {
            await sheet.RowAsync([.. Columns.Select(c => texts.Say(language, $"work-list.{c}"))]);
            foreach (var (r, responsible) in rows)
                await sheet.RowAsync([
                    r.DueOn,
                    calendar.DaysLeft(today, r.DueOn),
                    $"{texts.Say(language, $"notice.step.{r.Step.Code()}")} [{r.Clause}]",
                    seals.TryGetValue(r.ChildId, out var seal) ? r.Name.Shown(seal) : null,
                    r.Number,
                    places[r.Territory],
                    responsible is { } id ? people.GetValueOrDefault(id) : null,
                    r.StartedOn,
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
