using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Access.SignIn.Outside;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <param name="Address">The browser posts the fields there as a form: they name the person and belong in no address. Without fields it goes there.</param>
internal sealed record SignOutElsewhere(string Address, IReadOnlyDictionary<string, string>? Fields);
