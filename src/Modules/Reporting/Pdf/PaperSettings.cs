using Microsoft.Extensions.Configuration;

namespace Registry.Reporting.Pdf;

/// <param name="PublicAddress">The Base's public address (<c>Registry:PublicAddress</c>, else the address of the sign-in).</param>
internal sealed record PaperSettings(Uri PublicAddress)
{
    public static PaperSettings Read(IConfiguration configuration) =>
        new(new Uri(configuration["Registry:PublicAddress"] ?? configuration["Registry:SignIn:Authority"] ?? "http://localhost:5080"));

    /// <summary>The public page for checking whether a paper is valid; takes number and code alone, nothing about the child.</summary>
    public string CheckAddress(string number, string code) => new Uri(PublicAddress, $"/check?number={number}&code={code}").ToString();
}
