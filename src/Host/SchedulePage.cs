using Hangfire.Dashboard;
using Hangfire.Dashboard.Pages;
using Registry.Web;

namespace Registry.Host;

/// <summary>A page inside the Hangfire dashboard where administrators set when jobs run; it works over the API, which guards and journals it.</summary>
internal sealed class SchedulePage : RazorPage
{
    private static readonly Lock Once = new();
    private static bool _added;

    /// <summary>The dashboard's routes are shared by the whole process.</summary>
    public static void AddToDashboard()
    {
        lock (Once)
        {
            if (_added)
                return;
            _added = true;
            DashboardRoutes.Routes.AddRazorPage("/schedule", _ => new SchedulePage());
            DashboardRoutes.Routes.Add("/schedule-script", new Script());
            DashboardRoutes.AddJavaScript(typeof(SchedulePage).Assembly, "Registry.Host.Dashboard.js");
            NavigationMenu.Items.Add(page => new MenuItem(TitleFor(page), page.Url.To("/schedule"))
            {
                Active = page.RequestPath.StartsWith("/schedule", StringComparison.Ordinal),
            });
        }
    }

    private static string TitleFor(RazorPage page)
    {
        var context = page.Context.GetHttpContext();
        return context.RequestServices.GetRequiredService<Texts>().Say(Jobs.LanguageOf(context), "job.schedule");
    }

    public override void Execute()
    {
        Layout = new LayoutPage(TitleFor(this));
        WriteLiteral("<div class=\"row\"><div class=\"col-md-12\" id=\"schedule\"></div></div>");
        WriteLiteral($"<script src=\"{Url.To("/schedule-script")}\"></script>");
    }

    private sealed class Script : IDashboardDispatcher
    {
        public async Task Dispatch(DashboardContext context)
        {
            context.Response.ContentType = "text/javascript; charset=utf-8";
            await using var script = typeof(SchedulePage).Assembly.GetManifestResourceStream("Registry.Host.Schedule.js")!;
            await script.CopyToAsync(context.Response.Body);
        }
    }
}
