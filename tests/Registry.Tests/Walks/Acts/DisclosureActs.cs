using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[5.subject] The subject requests their own data: seven calendar days, whatever becomes of the case.</summary>
internal sealed class RegisterDisclosure : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Disclosures.Count == 0)) is { } c
            ? new RegisterDisclosure { By = m.People.First(p => p.Id == c.Responsible), Case = c }
            : null;

    public override Verdict Expect(CaseModel model) => Keeps(PersonRole.Holder, Case.Where) ?? Verdict.Created;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/integration/disclosures/of-child/{Case.ChildId}",
            new
            {
                asker = "subject",
                askedBy = "Өзү",
                ground = "5-пункт",
                document = "№ 1",
                purpose = "Өз маалыматы",
                askedOn = world.Today,
                wanted = new[] { "card" },
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var asked = new Question { Id = answer.Id(), By = By.Id };
        Case.Disclosures.Add(asked);
        model.Start("answer-subject", asked, Case, By.Id, model.Today, CaseModel.AnswerDays, working: false);
    }
}

/// <summary>[27] The unit, as a second person, discloses nothing this time: the refusal answers the subject.</summary>
internal sealed class DecideDisclosure : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Disclosures.Count > 0)) is { } c
            ? new DecideDisclosure { By = d.Actor(m, PersonRole.Unit, c.Where), Case = c }
            : null;

    public override string In(CaseModel model) => $"{Case.Disclosures[0].Answer} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        // the centre may decide too
        Keeps(By.Role is PersonRole.Centre ? PersonRole.Centre : PersonRole.Unit, Case.Where)
        ?? (Case.Disclosures[0].Answer is Answer.Waits ? Verdict.Done : Verdict.Refused("disclosure.decided"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Integration.Model.Disclosure>(
            By,
            $"/api/integration/disclosures/{Case.Disclosures[0].Id}/decide",
            new { grant = Array.Empty<string>(), remarks = "Берүүгө болбойт" },
            Case.Disclosures[0].Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Disclosures[0].Answer = Answer.No;
        model.Meet("answer-subject", Case.Disclosures[0]);
    }
}
