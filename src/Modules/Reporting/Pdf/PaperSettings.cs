using Microsoft.Extensions.Configuration;

namespace Registry.Reporting.Pdf;

/// <param name="PublicAddress">Where the Base is reached from outside (<c>Registry:PublicAddress</c>, else the address of the sign-in).</param>
internal sealed record PaperSettings(Uri PublicAddress)
{
    public static PaperSettings Read(IConfiguration configuration) =>
        new(new Uri(configuration["Registry:PublicAddress"] ?? configuration["Registry:SignIn:Authority"] ?? "http://localhost:5080"));

    /// <summary>The public page that tells whether a paper is valid; number and code alone, nothing of the child.</summary>
    public string CheckAddress(string number, string code) => new Uri(PublicAddress, $"/check?number={number}&code={code}").ToString();
}
