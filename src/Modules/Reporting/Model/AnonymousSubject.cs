using Microsoft.EntityFrameworkCore;
using Registry.Platform.Rows;

namespace Registry.Reporting.Model;

/// <summary>A random id under which the counted rows of a purged subject stay together; it leads to nobody.</summary>
[NoSubject("ids made at random for counted rows of purged subjects")]
internal sealed class AnonymousSubject
{
    public Guid Id { get; init; }
}
