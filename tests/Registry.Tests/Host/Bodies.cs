using Registry.Tests.Children;
using Registry.Tests.Institutions;

namespace Registry.Tests.Host;

/// <summary>For every endpoint that takes a body, one that passes validation, so that only rights and scope decide.</summary>
internal static class Bodies
{
    public static object Of(EndpointUnderTest endpoint, Place place) =>
        endpoint.UseCase switch
        {
            "OpenCard" => new { identity = Road.NewIdentity() },
            "LinkSignal" => new { childId = place.ChildId },
            "CorrectSignal" => new
            {
                source = "report-received",
                channel = "school",
                foundOn = "2026-11-23",
                receivedOn = "2026-11-23",
                territory = place.Territory,
                child = new { name = "x" },
                reason = "x",
            },
            "ReopenSignal" or "UnlinkSignal" or "RequestVoid" => new { reason = "x" },
            "RequestCase" => new
            {
                pin = place.Pin,
                reason = "x",
                signalId = place.SignalId,
            },
            "AnswerCaseRequest" => new { remarks = "x" },
            "SettleNumberConflict" or "WithdrawCaseRequest" => new { because = "x" },
            "DecideVoid" => new { confirm = false },
            "CompareCards" => new { otherId = place.MergedIntoId },
            "MergeCards" => new { otherId = place.MergedIntoId, confirm = "x" },
            "AskMerge" => new { otherNumber = "41708203-2026-999999", reason = "x" },
            "DecideMerge" => new { sameChild = false },
            "SplitCards" => new { goBack = new[] { Guid.CreateVersion7() }, reason = "x" },
            "TellRecipient" => new { text = "x", on = "2026-11-23" },
            "RecordRecipientAnswer" => new { answer = "x", on = "2026-11-23" },
            "DecideDayFound" => new { confirm = true },
            "CloseUnfounded" => new { reason = "not-confirmed", note = "x" },
            "SaveAnswers" => new { answers = new { } },
            "CompleteAssessment" => new
            {
                conclusion = "at-risk",
                causes = new[] { "poverty" },
                summary = "x",
            },
            "AddMeasure" => new
            {
                need = "safety",
                text = "x",
                body = "social",
                priority = 1,
                workingDays = 5,
            },
            "ChangeMeasure" => new { body = "social", workingDays = 5 },
            "RecordFamily" => new { family = "agrees", needReasons = new { } },
            "DecidePlan" => new { approve = true },
            "PlanVisit" => new { on = "2026-12-01" },
            "RecordVisit" => new
            {
                on = "2026-11-23",
                place = "x",
                seen = "x",
                finding = "better",
                findings = new { safety = "x" },
                nextStep = "x",
            },
            "RequestClosing" => new
            {
                ending = "stopped",
                happenedOn = "2026-11-23",
                reason = "x",
            },
            "DecideClosing" => new { consent = true, remarks = "x" },
            "ReportChange" => new
            {
                kind = "status",
                learnedOn = "2026-11-23",
                happenedOn = "2026-11-23",
                what = "x",
            },
            "WithdrawChange" => new { reason = "x" },
            "NameSealedReader" => new { specialistId = Guid.CreateVersion7(), reason = "x" },
            "OfferTransfer" => new
            {
                to = Guid.CreateVersion7(),
                territory = Road.AkSuu,
                reason = "x",
            },
            "DecideTransfer" => new { accept = true },
            "SaveView" => new
            {
                screen = "work",
                name = "x",
                query = "due=late",
            },
            "ChooseLanguage" => new { language = "ky" },
            "ChooseNotices" => new
            {
                kind = "reminder",
                inBase = true,
                byMail = true,
            },
            "AddAttachment" => new
            {
                to = "card",
                name = "a.png",
                title = "x",
                content = SampleFiles.Png(),
            },
            "AttachToSignal" or "AddEvidence" => new
            {
                name = "a.png",
                title = "x",
                content = SampleFiles.Png(),
            },
            "PrintPaper" => new
            {
                kind = "card",
                language = "ky",
                purpose = "x",
            },
            "PlaceChild" => Homes.Placement(place.InstitutionId),
            "LeavePlacement" => new
            {
                on = "2026-11-23",
                learnedOn = "2026-11-23",
                because = "x",
            },
            "ReviewPlacement" => new { on = "2026-11-23", findings = "x" },
            "LinkSibling" => new { siblingId = place.SiblingId },
            "WithdrawAttachment" => new { reason = "x" },
            "RegisterDisclosure" => new
            {
                asker = "state-body",
                askedBy = "x",
                ground = "x",
                document = "x",
                purpose = "x",
                askedOn = "2026-11-23",
                wanted = new[] { "card" },
            },
            "DecideDisclosure" => new { grant = Array.Empty<string>(), remarks = "x" },
            "GiveDisclosure" => new
            {
                @as = "paper",
                on = "2026-11-23",
                to = "x",
            },
            "AskRegistersOfSignal" => new { pin = "10405201600011", reason = "x" },
            "TryRegisterService" => new { pin = "10405201600011" },
            "TakeFromRegisters" => new
            {
                askId = place.AskId,
                take = Array.Empty<object>(),
                leave = Array.Empty<object>(),
            },
            "ChangeRegisterService" => new
            {
                service = new
                {
                    protocol = "rest",
                    member = "a/b/c/d",
                    code = "e",
                    path = "{pin}",
                    request = Array.Empty<object>(),
                    fields = new[] { new { field = "name", path = "name" } },
                    assumed = false,
                    isOn = false,
                },
            },
            "DiscardDeadLetter" => new { reason = "x" },
            "ConfirmClock" => new { today = "2026-11-23" },
            "DecidePurge" => new
            {
                ruling = "purge",
                on = "2027-06-01",
                reason = "x",
            },
            "ConfirmPurge" => new { confirm = true },
            "ReopenCase" or "RequestNoAssessment" or "RequestDayFound" => new { reason = "x" },
            "ForwardSignal" => new { territory = Road.Alamudun, reason = "x" },
            "DecideNoAssessment" => new { consent = true, remarks = "x" },
            var save
                when save.StartsWith("Save", StringComparison.Ordinal) && endpoint.Route.Contains("/cards/", StringComparison.Ordinal) =>
                new
                {
                    section = Road.FullCard.Single(s => endpoint.Route.EndsWith("/" + s.Route, StringComparison.Ordinal)).Section,
                    changes = Array.Empty<Guid>(),
                },
            _ => new { },
        };
}
