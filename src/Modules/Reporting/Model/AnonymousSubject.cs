using Microsoft.EntityFrameworkCore;
using Registry.Platform.Rows;

namespace Registry.Reporting.Model;

/// <summary>A random id that keeps the counted rows of a purged subject together; it leads to no one.</summary>
[NoSubject("ids made at random for counted rows of purged subjects")]
internal sealed class AnonymousSubject
{
    public Guid Id { get; init; }
}
