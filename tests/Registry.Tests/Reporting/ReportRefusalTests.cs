using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Reporting;

/// <summary>What reports, exports and the map refuse.</summary>
[Collection("host")]
[Clause("14.4", "22.7")]
public sealed class ReportRefusalTests(RegistryHost host)
{
    [Theory]
    [InlineData("none-such", "sex", "2026-01-01", "2026-12-31", "report.unknown")]
    [InlineData("found", "none-such", "2026-01-01", "2026-12-31", "report.unknown-dimension")]
    [InlineData("found", "district", "2026-12-31", "2026-01-01", "report.ends-before")]
    [InlineData("found", "district", "1900-01-01", "2026-12-31", "report.too-long")]
    public async Task A_report_names_what_is_counted_by_what_and_for_which_days(
        string report,
        string by,
        string from,
        string to,
        string code
    )
    {
        var ministry = await host.SignedInAsync("ministry");
        await ministry
            .GetAsync($"/api/reporting/report?report={report}&by={by}&from={from}&to={to}")
            .RefusedAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_list_opens_behind_a_figure_that_the_report_has()
    {
        var ministry = await host.SignedInAsync("ministry");
        await ministry
            .GetAsync("/api/reporting/children?report=found&by=district&from=2026-01-01&to=2026-12-31&figure=none-such")
            .RefusedAsync(HttpStatusCode.BadRequest, "report.unknown-figure");
    }

    [Fact]
    public async Task Figures_of_the_republic_are_published_for_years_that_are_over()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder
            .GetAsync("/api/reporting/published?report=found&by=oblast&year=2026")
            .RefusedAsync(HttpStatusCode.BadRequest, "report.year-not-over");
    }

    [Fact]
    public async Task Institutions_have_no_children_behind_their_figures_and_no_rows()
    {
        var ministry = await host.SignedInAsync("ministry");
        const string asked = "report=institutions&by=oblast&from=2026-01-01&to=2026-12-31";
        await ministry.GetAsync($"/api/reporting/children?{asked}").RefusedAsync(HttpStatusCode.BadRequest, "report.no-children");
        await ministry.GetAsync($"/api/reporting/rows?{asked}&format=csv").RefusedAsync(HttpStatusCode.BadRequest, "report.no-rows");
    }

    [Theory]
    [InlineData("not json", "map.not-geojson")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "map.not-geojson")]
    [InlineData(
        "{\"features\":[{\"properties\":{\"name\":\"Ак-Суу\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}",
        "map.no-code"
    )]
    [Clause("22.4")]
    public async Task Boundaries_are_polygons_with_codes_of_territories(string geoJson, string code)
    {
        var admin = await host.SignedInAsync("admin");
        await admin
            .PostAsync("/api/reporting/boundaries", new { geoJson, property = "name" })
            .RefusedAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    [Clause("11.6")]
    public async Task Only_a_published_material_is_withdrawn()
    {
        var ministry = await host.SignedInAsync("ministry");
        object Text(string text) =>
            new
            {
                ky = text,
                ru = text,
                en = text,
            };
        var material = new
        {
            kind = "law",
            title = Text("Долбоор"),
            text = Text("Текст"),
        };
        var id = (await ministry.PostAsync("/api/reporting/material-drafts", new { material }).JsonAsync(HttpStatusCode.Created)).Id();
        await ministry
            .PostAsync(
                $"/api/reporting/material-drafts/{id}/withdraw",
                new { confirm = "Долбоор" },
                await ministry.VersionAsync($"/api/reporting/material-drafts/{id}")
            )
            .RefusedAsync(HttpStatusCode.Conflict, "material.not-published");
    }
}
