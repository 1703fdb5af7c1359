using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Reporting.Model;

namespace Registry.Reporting.Reports;

/// <summary>Parameters common to every use of a report.</summary>
internal interface IReportAsked
{
    string Report { get; }
    string By { get; }
    DateOnly From { get; }
    DateOnly To { get; }
    string? Territory { get; }
}

/// <summary>A report, optionally with a second period for comparison.</summary>
internal interface IReportCompared : IReportAsked
{
    DateOnly? CompareFrom { get; }
    DateOnly? CompareTo { get; }
}

internal static class ReportRequests
{
    /// <summary>The query alone, without what is done with the answer.</summary>
    public static ReadReportRequest ToRead(this IReportCompared r) =>
        new(r.Report, r.By, r.From, r.To, r.Territory, r.CompareFrom, r.CompareTo);

    private const int LongestYears = 30;

    public static void OfAReport<T>(this AbstractValidator<T> rules)
        where T : IReportAsked
    {
        rules.RuleFor(r => r.Report).Must(code => ReportCatalog.Find(code ?? "") is not null).WithErrorCode("report.unknown");
        rules
            .RuleFor(r => r.By)
            .Must((r, by) => ReportCatalog.Find(r.Report ?? "") is not { } report || report.FindBy(by ?? "") is not null)
            .WithErrorCode("report.unknown-dimension");
        rules.RuleFor(r => r.From).NotEmpty();
        rules
            .RuleFor(r => r.To)
            .NotEmpty()
            .Must((r, to) => to >= r.From)
            .WithErrorCode("report.ends-before")
            .Must((r, to) => to.Year - r.From.Year <= LongestYears)
            .WithErrorCode("report.too-long");
        rules.RuleFor(r => r.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
    }

    public static (Report Report, Dimension By, Period Period) Parts(this IReportAsked asked)
    {
        var report = ReportCatalog.Find(asked.Report)!;
        return (report, report.FindBy(asked.By)!, new(asked.From, asked.To));
    }

    /// <exception cref="DomainException"><c>territory.beyond-yours</c>: outside the reader's scope.</exception>
    public static void RequireInScope(this IReportAsked asked, Caller caller)
    {
        if (asked.Territory is { } territory && !caller.Scope.Covers(territory))
            throw new DomainException("territory.beyond-yours", 403, "territory");
    }
}
