using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Reporting.Model;

namespace Registry.Reporting.Facts;

/// <summary>
/// Builds the counted rows of a child's cases from all published facts, however many and in any order: a row for each stretch of days on
/// which nothing counted changed, with birthdays that cross age bands among the changes.
/// </summary>
internal sealed class CaseHistory(ChildFact? child, IReadOnlyList<CaseFact> cases, ILookup<Guid, AssessmentRow> assessments)
{
    private static readonly int[] Bands = [7, 14, 18];

    private readonly IReadOnlyList<Since<CardState>> _cards = child?.States ?? [];
    private readonly DateOnly? _born = child?.States.LastOrDefault(s => s.State.BirthDate is not null)?.State.BirthDate;

    /// <summary>The state on one day.</summary>
    private sealed record Standing(
        CaseState State,
        DateOnly? EndedOn,
        DateOnly? InformationOn,
        DateOnly? AssessedOn,
        DateOnly? PlanOn,
        AssessmentRow? Assessment,
        CardState? Card,
        string AgeBand,
        bool Counted
    )
    {
        public bool IsOpen => EndedOn is null;
    }

    public static bool IsVoided(CaseFact @case) => IsTakenOut(@case.States[^1].State.Status);

    /// <summary>A voiding or merge that was reversed was itself the error: the days between are counted as if it had never happened.</summary>
    public static CaseFact WithoutTakenBack(CaseFact @case) =>
        IsVoided(@case) ? @case : @case with { States = [.. @case.States.Where(s => !IsTakenOut(s.State.Status))] };

    private static bool IsTakenOut(CaseStatus status) => status is CaseStatus.Voided or CaseStatus.Merged;

    public List<CaseRow> RowsOf(CaseFact @case)
    {
        var rows = new List<CaseRow>();
        Standing? before = null;
        foreach (var (day, standing) in Days(@case))
        {
            if (standing == before)
                continue;
            before = standing;
            if (rows is [.., var last])
                last.Until = day;
            rows.Add(RowOf(@case, day, standing));
        }
        return rows;
    }

    /// <summary>Codes while the case is open.</summary>
    public List<CaseCodeRow> CodesOf(CaseFact @case)
    {
        var rows = new List<CaseCodeRow>();
        foreach (var (day, standing) in Days(@case))
        {
            var now = (standing.IsOpen ? Codes(standing) : []).ToHashSet();
            foreach (var row in rows.Where(r => r.Until == StateRow.Always && !now.Remove((r.Kind, r.Code, r.Source))))
                row.Until = day;
            rows.AddRange(
                now.Select(c => new CaseCodeRow
                {
                    Id = @case.CaseId,
                    Since = day,
                    Kind = c.Kind,
                    Code = c.Code,
                    Source = c.Source,
                })
            );
        }
        return rows;
    }

    /// <summary>Corrections made after counting.</summary>
    public IEnumerable<CorrectionRow> CorrectionsOf(CaseFact @case)
    {
        var (found, place) = (@case.Found, @case.States[^1].State.Territory);
        for (var i = 1; i < found.Count; i++)
        {
            var (was, now) = (found[i - 1].State, found[i].State);
            var first = was.On < now.On ? was.On : now.On;
            if (was.On != now.On)
                yield return Correction(@case, found[i].On, CorrectionRow.Date, place, first);
            if (was.ChildId != now.ChildId)
                yield return Correction(@case, found[i].On, CorrectionRow.Child, place, first);
            if (was.Territory != now.Territory)
                foreach (var where in new[] { was.Territory, now.Territory, place })
                    yield return Correction(@case, found[i].On, CorrectionRow.Place, where, first);
        }
        if (IsVoided(@case))
            yield return Correction(
                @case,
                @case.States[^1].On,
                @case.States[^1].State.Status is CaseStatus.Merged ? CorrectionRow.Child : CorrectionRow.Void,
                place,
                @case.OpenedOn
            );
        var dated = _cards.Where(c => c.State.BirthDate is not null).ToList();
        foreach (var (was, now) in dated.Zip(dated.Skip(1)).Where(x => x.First.State.BirthDate != x.Second.State.BirthDate))
            yield return Correction(@case, now.On, CorrectionRow.Date, place, @case.OpenedOn);
    }

    private static CorrectionRow Correction(CaseFact @case, DateOnly on, string kind, string territory, DateOnly since) =>
        new()
        {
            Id = @case.CaseId,
            CorrectedOn = on,
            Kind = kind,
            Territory = territory,
            District = Soate.District(territory),
            About = CorrectionRow.OfCase,
            ChildId = @case.Found[^1].State.ChildId,
            Since = since,
        };

    /// <summary>The days on which the case may change, with its state from each of them on.</summary>
    private IEnumerable<(DateOnly Day, Standing Standing)> Days(CaseFact @case)
    {
        if (IsVoided(@case))
            return [];
        var days = cases
            .SelectMany(c => c.States.Select(s => s.On))
            .Concat(assessments[@case.CaseId].Select(a => a.CompletedOn))
            .Concat(_cards.Select(c => c.On));
        // another case that counts the child instead may be assessed or closed meanwhile
        if (cases.Count > 1)
            days = days.Concat(cases.SelectMany(c => assessments[c.CaseId]).Select(a => a.CompletedOn));
        if (_born is { } born)
            days = days.Concat(Bands.Select(years => Age.Reached(born, years)));
        return days.Where(d => d >= @case.States[0].On).Distinct().Order().Select(d => (d, On(@case, d)));
    }

    private Standing On(CaseFact @case, DateOnly day)
    {
        var ended = EndedOn(@case, day);
        // facts about a child after its case has ended belong to no case
        var looked = ended ?? day;
        var done = assessments[@case.CaseId].Where(a => a.CompletedOn <= looked).OrderBy(a => a.CompletedOn).ThenBy(a => a.Id).ToList();
        var plan = @case.States.FirstOrDefault(s => s.On <= looked && s.State.Status is CaseStatus.PlanInForce);
        var card = _cards.At(looked);
        return new(
            @case.States.At(day)!,
            ended,
            @case.InformationOn <= looked ? @case.InformationOn : null,
            done.FirstOrDefault()?.CompletedOn,
            plan?.On,
            done.LastOrDefault(),
            card,
            card?.BirthDate is null ? "" : BandOn(_born!.Value, looked),
            IsCountable(@case, day) && !cases.Any(other => IsBefore(@case, other) && IsCountable(other, day))
        );
    }

    /// <summary>Of two open cases of one child, the one opened later counts it.</summary>
    private static bool IsBefore(CaseFact one, CaseFact other) => (one.OpenedOn, one.CaseId).CompareTo((other.OpenedOn, other.CaseId)) < 0;

    private bool IsCountable(CaseFact @case, DateOnly day) =>
        !IsVoided(@case)
        && @case.States.At(day) is { Status: not CaseStatus.Closed }
        && assessments[@case.CaseId].Where(a => a.CompletedOn <= day).OrderBy(a => a.CompletedOn).ThenBy(a => a.Id).LastOrDefault()
            is not { Conclusion: Conclusion.NotConfirmed };

    /// <summary>The day since which the case has been closed continuously; null while it is open.</summary>
    private static DateOnly? EndedOn(CaseFact @case, DateOnly day)
    {
        DateOnly? ended = null;
        foreach (var (on, state) in @case.States.TakeWhile(s => s.On <= day))
            ended = state.Status is CaseStatus.Closed ? ended ?? on : null;
        return ended;
    }

    private static string BandOn(DateOnly born, DateOnly day) =>
        Age.On(born, day) switch
        {
            < 7 => "0-7",
            < 14 => "7-14",
            < 18 => "14-18",
            _ => "18",
        };

    private static IEnumerable<(string Kind, string Code, string Source)> Codes(Standing standing)
    {
        foreach (var code in Split(standing.Card?.Causes))
            yield return (CaseCodeRow.Cause, code, CaseCodeRow.OfCard);
        foreach (var code in Split(standing.Assessment?.Causes))
            yield return (CaseCodeRow.Cause, code, CaseCodeRow.OfAssessment);
        foreach (var code in Split(standing.Card?.Statuses))
            yield return (CaseCodeRow.LegalStatus, code, CaseCodeRow.OfCard);
    }

    private static string[] Split(string? codes) => codes?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static CaseRow RowOf(CaseFact @case, DateOnly day, Standing s)
    {
        var found = @case.Found[^1].State;
        return new()
        {
            Id = @case.CaseId,
            Since = day,
            ChildId = found.ChildId,
            Number = @case.Number,
            Territory = s.State.Territory,
            District = Soate.District(s.State.Territory),
            FoundDistrict = Soate.District(found.Territory),
            FoundOn = found.On,
            OpenedOn = @case.OpenedOn,
            InformationOn = s.InformationOn,
            Status = s.State.Status,
            EndedOn = s.EndedOn,
            AssessedOn = s.AssessedOn,
            PlanOn = s.PlanOn,
            Risk = s.Assessment?.Risk,
            Conclusion = s.Assessment?.Conclusion,
            Counted = s.Counted,
            Sex = s.Card?.Sex,
            AgeBand = s.AgeBand,
            Disability = s.Card?.Disability,
            ParentsAbroad = s.Card?.ParentsAbroad ?? false,
            Completeness = s.Card?.Completeness ?? 0,
            ChangedOn = s.Card?.ChangedOn,
        };
    }
}
