namespace Registry.Contracts;

/// <summary>How the child came to be known: it decides which clock runs.</summary>
public enum SignalSource
{
    /// <summary>[19.1] A specialist found the child: one working day.</summary>
    FoundBySpecialist,

    /// <summary>[19.2] Someone reported the child: two working days.</summary>
    ReportReceived,
}

public enum SignalStatus
{
    New,
    CardOpened,
    Linked,
    Unfounded,
}
