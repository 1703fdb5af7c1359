namespace Registry.Basics;

/// <summary>A text in the three languages of the Base.</summary>
public sealed record LocalText(string Ky, string Ru, string En);
