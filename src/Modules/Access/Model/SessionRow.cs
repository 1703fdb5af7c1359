namespace Registry.Access.Model;

/// <param name="SeenAt">The last use, to the minute.</param>
internal sealed record SessionRow(
    Guid Id,
    DateTime StartedAt,
    DateTime SeenAt,
    DateTime? EndedAt,
    SessionState State,
    string? Ip,
    string? Browser,
    bool IsThisOne
)
{
    public static SessionRow Of(Session session, Guid current, DateTime now, TimeSpan idle) =>
        new(
            session.Id,
            session.StartedAt,
            session.SeenAt ?? session.StartedAt,
            session.EndedAt,
            session.StateAt(now, idle),
            session.Ip,
            session.Browser,
            session.Id == current
        );
}
