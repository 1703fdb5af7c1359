using Microsoft.AspNetCore.Mvc.Testing;

namespace Registry.Benchmarks;

/// <summary>The host within this process, for what has no route of its own: jobs, and the work below an endpoint.</summary>
internal sealed class InsideHost(string folder, byte[] master) : WebApplicationFactory<Registry.Host.Program>
{
    // this is not a test project, so the factory does not know the host's content root
    static InsideHost() => Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_REGISTRY_HOST", AppContext.BaseDirectory);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Benchmark");
        builder.UseSetting("Registry:Data", folder);
        builder.UseSetting("Registry:Jobs", "false");
        builder.UseSetting("Registry:LogLevel", "Error");
        builder.UseSetting("Registry:SignIn:Authority", "http://localhost");
        builder.UseSetting("Registry:SignIn:RequireHttps", "false");
        builder.UseSetting("Registry:SignIn:SecondFactor", "false");
        builder.UseSetting("Registry:Vault:MasterKeys:bench", Convert.ToBase64String(master));
    }
}
