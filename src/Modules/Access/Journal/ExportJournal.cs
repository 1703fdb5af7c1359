using System.Globalization;
using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Journal;

/// <param name="From">Days of Bishkek, both included; a year at most.</param>
internal sealed record ExportJournalRequest(DateOnly From, DateOnly To, Guid? AccountId = null, Guid? BodyId = null, string? Action = null);

internal sealed class ExportJournalValidator : Validator<ExportJournalRequest>
{
    private const int LongestDays = 366;

    public ExportJournalValidator()
    {
        RuleFor(r => r.To).GreaterThanOrEqualTo(r => r.From).WithErrorCode("journal.wrong-period");
        RuleFor(r => r.To).Must((r, to) => to.DayNumber - r.From.DayNumber <= LongestDays).WithErrorCode("journal.wrong-period");
    }
}

/// <summary>The journal of a period as CSV (UTF-8, RFC 4180), streamed however long it is [28].</summary>
internal sealed class ExportJournalEndpoint(JournalReader journal) : ApiEndpoint<ExportJournalRequest, FileAnswer>
{
    public override void Configure()
    {
        Get("access/journal/export");
        Guarded(Permission.ReadJournal, Reach.Administration, JournalKind.Read);
        Costs(Cost.Export);
    }

    public override async Task HandleAsync(ExportJournalRequest request, CancellationToken ct)
    {
        HttpContext.BeginFile($"journal-{request.From:yyyyMMdd}-{request.To:yyyyMMdd}.csv", Sheet.MediaTypeOf("csv"));
        await using var file = await Sheet.OpenAsync("csv", HttpContext.Response.Body, Texts.LanguageOf(HttpContext.Request));
        await file.RowAsync([
            "seq",
            "at",
            "login",
            "name",
            "body",
            "role",
            "action",
            "kind",
            "outcome",
            "about",
            "children",
            "ip",
            "count",
            "until",
            "paths",
        ]);
        var filter = new JournalFilter(null, request.AccountId, request.BodyId, request.Action, false, request.From, request.To);
        await journal.EachAsync(filter, row => file.RowAsync(CellsOf(row)), ct);
    }

    private static object?[] CellsOf(JournalRow r) =>
        [
            r.Seq,
            Moment(r.At),
            r.Login,
            r.FullName,
            r.BodyRu,
            r.Role?.Code(),
            r.Action,
            r.Kind,
            r.Outcome,
            r.AboutId,
            r.Children,
            r.Ip,
            r.Count,
            r.Until is { } until ? Moment(until) : null,
            string.Join("; ", r.Paths),
        ];

    private static string Moment(DateTime at) => (at + Bishkek.Offset).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);
}
