using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;
using Registry.Web;

namespace Registry.Reporting.Model;

/// <summary>A course for users of the Base: what to read and a short test [15.3].</summary>
[NoSubject("courses for users")]
internal sealed class Course : IVersioned
{
    private Course() { }

    public Guid Id { get; private init; }
    public CourseContents Contents { get; private set; } = null!;

    /// <summary>Incremented when the contents change: a result records which test was passed.</summary>
    public int Edition { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public Guid Version { get; set; }

    public static Course Of(CourseContents contents) =>
        new()
        {
            Id = Ids.New(),
            Contents = contents,
            Edition = 1,
            Version = Ids.New(),
        };

    /// <exception cref="DomainException"><c>course.closed</c></exception>
    public void Change(CourseContents contents)
    {
        RequireOpen();
        (Contents, Edition) = (contents, Edition + 1);
    }

    /// <summary>The course can no longer be taken; results remain valid until they expire.</summary>
    /// <exception cref="DomainException"><c>course.closed</c></exception>
    public void Close(DateTime at)
    {
        RequireOpen();
        ClosedAt = at;
    }

    /// <exception cref="DomainException"><c>course.not-closed</c></exception>
    public void Reopen() => ClosedAt = ClosedAt is null ? throw new DomainException("course.not-closed") : null;

    public void RequireOpen()
    {
        if (ClosedAt is not null)
            throw new DomainException("course.closed");
    }

    /// <param name="answers">For each question the numbers of the options chosen, from 0.</param>
    /// <exception cref="DomainException"><c>course.answers-incomplete</c>: as many answers as questions.</exception>
    public CourseAttempt Take(IReadOnlyList<IReadOnlyList<int>> answers, (Guid Specialist, Guid Body) who, DateTime at, DateOnly today)
    {
        RequireOpen();
        var questions = Contents.Questions;
        if (answers.Count != questions.Count)
            throw new DomainException("course.answers-incomplete", 400, "answers");
        var wrong = Enumerable.Range(0, questions.Count).Where(i => !questions[i].IsRight(answers[i])).ToList();
        var right = questions.Count - wrong.Count;
        var passed = right * 100 >= Contents.PassPercent * questions.Count;
        return new()
        {
            Id = Ids.New(),
            CourseId = Id,
            Edition = Edition,
            SpecialistId = who.Specialist,
            BodyId = who.Body,
            At = at,
            Right = right,
            Questions = questions.Count,
            ValidUntil = passed ? today.AddMonths(Contents.ValidMonths) : null,
            Wrong = wrong,
        };
    }
}

/// <param name="Materials">Required reading, as ids of published reference materials.</param>
/// <param name="PassPercent">Percentage of correct answers required, 1 to 100.</param>
/// <param name="ValidMonths">How long a passed course is valid.</param>
/// <param name="Roles">Roles that must take it.</param>
internal sealed record CourseContents(
    LocalText Name,
    LocalText About,
    IReadOnlyList<Guid> Materials,
    IReadOnlyList<CourseQuestion> Questions,
    int PassPercent,
    int ValidMonths,
    IReadOnlyList<Role> Roles
);

/// <summary>One or more of the options are correct.</summary>
internal sealed record CourseQuestion(LocalText Text, IReadOnlyList<CourseOption> Options)
{
    public bool IsRight(IReadOnlyList<int> chosen) =>
        chosen.ToHashSet().SetEquals(Enumerable.Range(0, Options.Count).Where(i => Options[i].Right));
}

internal sealed record CourseOption(LocalText Text, bool Right);

/// <summary>A specialist's attempt at a course's test, passed or failed; attempts are kept.</summary>
[NoSubject("results of users")]
internal sealed class CourseAttempt
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public int Edition { get; init; }
    public Guid SpecialistId { get; init; }
    public Guid BodyId { get; init; }
    public DateTime At { get; init; }
    public int Right { get; init; }
    public int Questions { get; init; }

    /// <summary>The day a passed course expires; null if it was not passed.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Numbers of the wrongly answered questions, from 0; reported once and not kept.</summary>
    public IReadOnlyList<int> Wrong { get; init; } = [];
}

/// <summary>The table of <see cref="Course"/>.</summary>
internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> e)
    {
        e.ToTable("courses");
        e.Property(c => c.Contents)
            .HasConversion(
                contents => JsonSerializer.Serialize(contents, JsonRules.Options),
                text => JsonSerializer.Deserialize<CourseContents>(text, JsonRules.Options)!
            );
    }
}

/// <summary>The table of <see cref="CourseAttempt"/>.</summary>
internal sealed class CourseAttemptConfiguration : IEntityTypeConfiguration<CourseAttempt>
{
    public void Configure(EntityTypeBuilder<CourseAttempt> e)
    {
        e.ToTable("course_attempts");
        e.Ignore(a => a.Wrong);
        e.HasOne<Course>().WithMany().HasForeignKey(a => a.CourseId);
        e.HasIndex(a => new { a.SpecialistId, a.CourseId });
        e.HasIndex(a => new { a.CourseId, a.ValidUntil });
    }
}
