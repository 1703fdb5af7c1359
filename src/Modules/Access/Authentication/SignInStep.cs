namespace Registry.Access.Authentication;

/// <summary>What the person must do next.</summary>
internal enum SignInStep
{
    Done,
    ChangePassword,
    EnterCode,
    EnrolSecondFactor,
}
