using Microsoft.AspNetCore.Http;
using Registry.Access.Model;

namespace Registry.Access.Authentication;

/// <param name="Enrolment">How to enrol an authenticator app.</param>
/// <param name="Passkey">The question to the person's device: for a new key while enrolling, else for one of the account's.</param>
/// <param name="RecoveryCodes">After enrolling, shown this once.</param>
internal sealed record SignInResponse(
    SignInStep Next,
    Enrolment? Enrolment = null,
    PasskeyQuestion? Passkey = null,
    IReadOnlyList<string>? RecoveryCodes = null
);
