using System.Net;
using Registry.Tests.Children;
using Registry.Tests.Institutions;
using Registry.Tests.Merging;

namespace Registry.Tests.Host;

/// <summary>One of everything in a territory, to be tried from inside and outside it.</summary>
internal sealed record Place(
    string Territory,
    Guid ChildId,
    Guid SignalId,
    Guid AssessmentId,
    Guid PlanId,
    Guid VisitId,
    Guid ClosingId,
    Guid ChangeId,
    Guid AttachmentId,
    Guid InstitutionId,
    Guid PlacementId,
    Guid SiblingId,
    Guid PaperId,
    Guid DisclosureId,
    Guid AskId,
    Guid VoidId,
    Guid NoAssessmentId,
    Guid MergeId,
    Guid MergedIntoId,
    Guid NoticeId,
    Guid CaseRequestId,
    string Pin,
    Guid DayFoundId
)
{
    public Guid IdFor(EndpointUnderTest endpoint) =>
        endpoint.Route switch
        {
            var route when route.Contains("/of-child/", StringComparison.Ordinal) => ChildId,
            var route when route.Contains("/children/voids/", StringComparison.Ordinal) => VoidId,
            var route when route.Contains("/children/merges/", StringComparison.Ordinal) => MergeId,
            var route when route.Contains("/recipient-notices/", StringComparison.Ordinal) => NoticeId,
            var route when route.Contains("/case-requests/", StringComparison.Ordinal) => CaseRequestId,
            var route when route.Contains("/no-assessments/", StringComparison.Ordinal) => NoAssessmentId,
            var route when route.Contains("/days-found/", StringComparison.Ordinal) => DayFoundId,
            var route when route.Contains("/disclosures/", StringComparison.Ordinal) => DisclosureId,
            var route when route.Contains("/children/attachments/", StringComparison.Ordinal) => AttachmentId,
            var route when route.Contains("/children/changes/", StringComparison.Ordinal) => ChangeId,
            var route when route.Contains("/signals/", StringComparison.Ordinal) => SignalId,
            var route when route.Contains("/assessments/", StringComparison.Ordinal) => AssessmentId,
            var route when route.Contains("/plans/visits/", StringComparison.Ordinal) => VisitId,
            var route when route.Contains("/plans/", StringComparison.Ordinal) => PlanId,
            var route when route.Contains("/closings/", StringComparison.Ordinal) => ClosingId,
            var route when route.Contains("/papers/", StringComparison.Ordinal) => PaperId,
            var route when route.Contains("/placements/", StringComparison.Ordinal) => PlacementId,
            var route when route.Contains("/institutions/", StringComparison.Ordinal) => InstitutionId,
            _ => ChildId,
        };

    public static async Task<Place> OfAsync(RegistryHost host, HttpClient holder, HttpClient admin, string territory)
    {
        var pin = Road.NewPin();
        var card = await holder.OpenCardAsync(Road.NewIdentity(pin: pin), Road.Signal(territory: territory));
        // someone elsewhere has the number too
        var (user, elsewhere) = territory is Road.Alamudun ? ("holder.aksuu", Road.AkSuu) : ("holder.alamudun", Road.Alamudun);
        var caseRequest = await (await host.SignedInAsync(user)).RequestCaseAsync(pin, elsewhere);
        var registers = await holder.PostAsync($"/api/children/cards/{card.Id("childId")}/registers", new { }).JsonAsync();
        var signal = await holder.RegisterAsync(Road.Signal(territory: territory));
        var assessed = await holder.AssessAsync(card.Id("childId"));
        var further = (await holder.RegisterAsync(Road.Signal(territory: territory))).Id();
        await holder.LinkAsync(further, card.Id("childId"));
        var noAssessment = await holder
            .PostAsync(
                $"/api/children/signals/{further}/no-assessment",
                new { reason = "x" },
                await holder.VersionAsync($"/api/children/signals/{further}")
            )
            .JsonAsync(HttpStatusCode.Created);
        var longAgo = (await holder.RegisterAsync(Road.FoundLongAgo(territory: territory))).Id();
        await holder.LinkAsync(longAgo, card.Id("childId"));
        var dayFound = (await holder.GetAsync($"/api/children/days-found?childId={card.Id("childId")}").JsonAsync()).GetProperty("items")[
            0
        ];
        var plan = await holder.PostAsync($"/api/plans/of-child/{card.Id("childId")}", new { }).JsonAsync(HttpStatusCode.Created);
        var visit = await holder
            .PostAsync($"/api/plans/visits/of-child/{card.Id("childId")}", new { on = "2026-12-01" })
            .JsonAsync(HttpStatusCode.Created);
        var ending = new
        {
            ending = "stopped",
            happenedOn = "2026-11-23",
            reason = "Кереги жок",
        };
        var closing = await holder.PostAsync($"/api/closings/of-child/{card.Id("childId")}", ending).JsonAsync(HttpStatusCode.Created);
        var learned = new
        {
            kind = "status",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-23",
            what = "x",
        };
        var change = await holder.PostAsync($"/api/children/cards/{card.Id("childId")}/changes", learned).JsonAsync(HttpStatusCode.Created);
        var file = new
        {
            to = "card",
            name = "a.png",
            title = "x",
            content = SampleFiles.Png(),
        };
        var attachment = await holder
            .PostAsync($"/api/children/cards/{card.Id("childId")}/attachments", file)
            .JsonAsync(HttpStatusCode.Created);
        var sibling = await holder.OpenCardAsync(Road.NewIdentity("Тууганова"), Road.Signal(territory: territory));
        var print = new
        {
            kind = "card",
            language = "ky",
            purpose = "x",
        };
        var paper = await holder.PostAsync($"/api/reporting/papers/of-child/{card.Id("childId")}", print).JsonAsync(HttpStatusCode.Created);
        var asked = new
        {
            asker = "state-body",
            askedBy = "x",
            ground = "x",
            document = "x",
            purpose = "x",
            askedOn = "2026-11-23",
            wanted = new[] { "card" },
        };
        var disclosure = await holder
            .PostAsync($"/api/integration/disclosures/of-child/{card.Id("childId")}", asked)
            .JsonAsync(HttpStatusCode.Created);
        var voiding = await holder
            .PostAsync($"/api/children/cards/{sibling.Id("childId")}/void", new { reason = "x" })
            .JsonAsync(HttpStatusCode.Created);
        var (merge, survivor) = await MergedAsync(holder, territory);
        var institution = await admin.RegisterInstitutionAsync(territory);
        var placement = await holder.PlaceAsync(card.Id("childId"), institution);
        return new(
            territory,
            card.Id("childId"),
            signal.Id(),
            assessed,
            plan.Id(),
            visit.Id(),
            closing.Id(),
            change.Id(),
            attachment.Id(),
            institution,
            placement,
            sibling.Id("childId"),
            paper.Id(),
            disclosure.Id(),
            registers.Id("askId"),
            voiding.Id(),
            noAssessment.Id(),
            merge,
            survivor,
            Guid.CreateVersion7(),
            caseRequest.Id(),
            pin,
            dayFound.Id()
        );
    }

    /// <summary>Two more cards that were merged.</summary>
    private static async Task<(Guid Merge, Guid Survivor)> MergedAsync(HttpClient holder, string territory)
    {
        var kept = (await holder.OpenCardAsync(Road.NewIdentity("Биринчиева"), Road.Signal(territory: territory))).Id("childId");
        var other = (await holder.OpenCardAsync(Road.NewIdentity("Экинчиева"), Road.Signal(territory: territory))).Id("childId");
        var merged = await holder.TryMergeAsync(kept, other, "Биринчиева Жыпаргүл").JsonAsync(HttpStatusCode.Created);
        return (merged.Id(), kept);
    }
}
