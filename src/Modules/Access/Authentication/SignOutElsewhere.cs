namespace Registry.Access.Authentication;

/// <param name="Address">The browser posts the fields there as a form: they name the person and belong in no address. Without fields it goes there.</param>
internal sealed record SignOutElsewhere(string Address, IReadOnlyDictionary<string, string>? Fields);
