namespace Registry.Access.SignIn;

/// <summary>What the person must do next.</summary>
internal enum SignInStep
{
    Done,
    ChangePassword,
    EnterCode,
    EnrolSecondFactor,
}
