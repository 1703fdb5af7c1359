namespace Registry.Platform.Rows;

/// <summary>
/// Marks an entity whose rows may hold personal data without a subject, so that no purge finds them: a job removes them by their age. docs/security.md lists all of
/// them; a test finds every table that is neither purged by subject, nor expires, nor holds nothing of a subject.
/// </summary>
/// <param name="what">What the rows are.</param>
/// <param name="kept">For how long.</param>
/// <param name="job">Key of the job that removes them.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExpiresAttribute(string what, string kept, string job) : Attribute
{
    public string What { get; } = what;
    public string Kept { get; } = kept;
    public string Job { get; } = job;
}
