using Registry.Children;
using Registry.Host;
using Registry.Platform.Parsing;

// a worker of a host that runs elsewhere: no settings, no keys, no network
if (args is [ParserProcess.Argument])
{
    await ParserProcess.RunAsync(ChildrenModule.ReadForeignFile);
    return;
}

var builder = WebApplication.CreateBuilder(args);
builder.AddSecrets();
builder.AddLogs();
builder.CheckSettings();
builder.AddModules();
builder.AddWeb();
builder.AddJobs();
builder.AddMonitoring();

var app = builder.Build();
if (await Commands.TryRunAsync(app, args))
    return;

app.TellWarnings();
await app.PrepareAsync();
await app.ScheduleAsync(app.Lifetime.ApplicationStopping);
app.UseWeb();
app.MapApi();
app.MapJobs();
app.MapMonitoring();
app.MapWebAdmin();
await app.RunAsync();

namespace Registry.Host
{
    /// <summary>The host; named so that tests can start it.</summary>
    public sealed partial class Program;
}
