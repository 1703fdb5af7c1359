using FastEndpoints;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Access.SignIn.Passkeys;
using Registry.Access.Bodies;
using Registry.Access.Specialists;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Attesting;
using Registry.Platform.Guessing;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <param name="Enrolment">How to enrol an authenticator app.</param>
/// <param name="Passkey">The question to the person's device: for a new key while enrolling, else for one of the account's.</param>
/// <param name="RecoveryCodes">After enrolling, shown this once.</param>
internal sealed record SignInResponse(
    SignInStep Next,
    Enrolment? Enrolment = null,
    PasskeyQuestion? Passkey = null,
    IReadOnlyList<string>? RecoveryCodes = null
);
