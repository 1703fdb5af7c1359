using System.Net;
using System.Xml.Linq;
using Registry.Contracts;
using Registry.Integration.Registers;

namespace Registry.Tests.Integration;

/// <summary>The contract with the exchange, against WireMock as the security server [18].</summary>
[Clause("18", "12.2")]
public sealed class XRoadTests : IDisposable
{
    private readonly SecurityServer _exchange = new();

    private const string Person =
        "<r:zagsDataByPinResponse xmlns:r=\"http://zags.tunduk.kg/producer\"><response><pin>10405201600011</pin><surname>Сынова</surname>"
        + "<name>Жыпаргүл</name><gender>2</gender><dateOfBirth>2016-05-04T00:00:00</dateOfBirth><pinBlocked>false</pinBlocked></response></r:zagsDataByPinResponse>";

    [Fact]
    public async Task The_headers_of_a_soap_request_are_exact()
    {
        _exchange.AnswersSoap(Person);
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        var request = Assert.Single(_exchange.Received);
        Assert.Equal("POST", request.Method);
        Assert.StartsWith("text/xml", request.Headers!["Content-Type"].Single(), StringComparison.Ordinal);
        Assert.Equal("\"\"", request.Headers["SOAPAction"].Single());
        XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/";
        XNamespace xroad = "http://x-road.eu/xsd/xroad.xsd";
        XNamespace ids = "http://x-road.eu/xsd/identifiers";
        var envelope = XElement.Parse(request.Body!);
        var header = envelope.Element(soap + "Header")!;
        string Of(string element) =>
            string.Join('/', header.Element(xroad + element)!.Elements().Select(e => e.Name.Namespace == ids ? e.Value : "?"));
        Assert.Equal("central-server/GOV/70000000/child-registry", Of("client"));
        Assert.Equal("SUBSYSTEM", header.Element(xroad + "client")!.Attribute(ids + "objectType")!.Value);
        Assert.Equal("central-server/GOV/70000005/zags-service/zagsDataByPin/v1", Of("service"));
        Assert.Equal("SERVICE", header.Element(xroad + "service")!.Attribute(ids + "objectType")!.Value);
        Assert.Equal("KG00207199610017.abc", header.Element(xroad + "userId")!.Value);
        Assert.Equal("C-41702-2026-000001", header.Element(xroad + "issue")!.Value);
        Assert.Equal(reply.RequestId.ToString(), header.Element(xroad + "id")!.Value);
        Assert.Equal("4.0", header.Element(xroad + "protocolVersion")!.Value);
        var question = envelope.Element(soap + "Body")!.Elements().Single();
        Assert.Equal(XName.Get("zagsDataByPin", "http://zags.tunduk.kg/producer"), question.Name);
        Assert.Equal(SecurityServer.Pin, question.Element("request")!.Element("pin")!.Value);
    }

    [Fact]
    public async Task The_headers_of_a_rest_request_are_exact()
    {
        _exchange.AnswersRest("""{"school":"№ 5","grade":"4-б"}""");
        var reply = await _exchange.AskAsync(RegisterKind.Education);
        var request = Assert.Single(_exchange.Received);
        Assert.Equal("GET", request.Method);
        Assert.Equal($"/r1/central-server/GOV/70000060/isuo-service/student/{SecurityServer.Pin}", request.Path);
        string Header(string name) => request.Headers![name].Single();
        Assert.Equal("central-server/GOV/70000000/child-registry", Header("X-Road-Client"));
        Assert.Equal(reply.RequestId.ToString(), Header("X-Road-Id"));
        Assert.Equal("KG00207199610017.abc", Header("X-Road-UserId"));
        Assert.Equal("C-41702-2026-000001", Header("X-Road-Issue"));
        Assert.Equal(new EducationAnswer("№ 5", "4-б"), reply.Answer);
    }

    [Fact]
    public async Task A_found_person_comes_in_our_codes_although_the_service_counts_the_sexes_otherwise()
    {
        _exchange.AnswersSoap(Person);
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal(RegisterOutcome.Found, reply.Outcome);
        Assert.Equal("central-server/GOV/70000005/zags-service/zagsDataByPin/v1", reply.Source);
        Assert.Equal(
            new PersonAnswer("Сынова", "Жыпаргүл", null, "Female", new(2016, 5, 4), null, SecurityServer.Pin, false, null),
            reply.Answer
        );
    }

    [Fact]
    public async Task A_replaced_number_comes_with_the_one_in_force()
    {
        _exchange.AnswersSoap(Person.Replace("10405201600011", "10405201600028").Replace("<pinBlocked>false", "<pinBlocked>true"));
        var answer = Assert.IsType<PersonAnswer>((await _exchange.AskAsync(RegisterKind.Person)).Answer);
        Assert.Equal(("10405201600028", true), (answer.Pin, answer.PinBlocked));
    }

    [Fact]
    public async Task Not_found_is_an_answer_empty_or_204()
    {
        _exchange.AnswersSoap(
            "<r:zagsDataByPinResponse xmlns:r=\"http://zags.tunduk.kg/producer\"><response><surname/></response></r:zagsDataByPinResponse>"
        );
        Assert.Equal(RegisterOutcome.NotFound, (await _exchange.AskAsync(RegisterKind.Person)).Outcome);
        _exchange.AnswersRest(null, HttpStatusCode.NoContent);
        Assert.Equal(RegisterOutcome.NotFound, (await _exchange.AskAsync(RegisterKind.Family)).Outcome);
        _exchange.AnswersRest("""{"members":[]}""");
        Assert.Equal(RegisterOutcome.NotFound, (await _exchange.AskAsync(RegisterKind.Family)).Outcome);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public async Task An_answer_deeper_than_any_honest_one_is_unreadable_and_costs_nothing(int depth)
    {
        // a longer one is not read to its end
        RegisterOutcome[] refused = [RegisterOutcome.Unreadable, RegisterOutcome.TooLarge];
        _exchange.AnswersSoap(string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)));
        Assert.Contains((await _exchange.AskAsync(RegisterKind.Person)).Outcome, refused);
        _exchange.AnswersRest(new string('[', depth) + new string(']', depth));
        Assert.Contains((await _exchange.AskAsync(RegisterKind.Education)).Outcome, refused);
        _exchange.AnswersRest(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
        Assert.Contains((await _exchange.AskAsync(RegisterKind.Education)).Outcome, refused);
    }

    [Fact]
    public async Task Errors_of_the_exchange_are_told_from_those_of_the_provider()
    {
        _exchange.AnswersSoap(
            SecurityServer.Fault("Server.ServerProxy.ServiceFailed.MissingBody", "<detail><faultDetail>0b6e</faultDetail></detail>")
        );
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal((RegisterOutcome.ExchangeFailed, "Server.ServerProxy.ServiceFailed.MissingBody"), (reply.Outcome, reply.Fault));
        _exchange.AnswersSoap(SecurityServer.Fault("soapenv:Server"));
        reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal((RegisterOutcome.ProviderFailed, "Server"), (reply.Outcome, reply.Fault));

        _exchange.AnswersRest(
            """{"type":"Server.ServerProxy.ServiceFailed","message":"x","detail":"y"}""",
            HttpStatusCode.InternalServerError,
            "Server.ServerProxy.ServiceFailed"
        );
        reply = await _exchange.AskAsync(RegisterKind.Education);
        Assert.Equal((RegisterOutcome.ExchangeFailed, "Server.ServerProxy.ServiceFailed"), (reply.Outcome, reply.Fault));
        _exchange.AnswersRest("""{"error":"x"}""", HttpStatusCode.InternalServerError);
        reply = await _exchange.AskAsync(RegisterKind.Education);
        Assert.Equal((RegisterOutcome.ProviderFailed, "http-500"), (reply.Outcome, reply.Fault));
    }

    [Fact]
    public async Task The_text_of_an_error_which_may_repeat_the_question_is_not_kept()
    {
        _exchange.AnswersSoap(SecurityServer.Fault($"ЖИН {SecurityServer.Pin} табылган жок"));
        Assert.Equal("unnamed", (await _exchange.AskAsync(RegisterKind.Person)).Fault);
    }

    [Fact]
    public async Task A_slow_answer_is_waited_for_no_longer_than_set_and_not_asked_for_again()
    {
        using var slow = new SecurityServer(timeoutSeconds: 1);
        slow.AnswersSoap(Person, after: TimeSpan.FromSeconds(3));
        Assert.Equal(RegisterOutcome.TimedOut, (await slow.AskAsync(RegisterKind.Person)).Outcome);
        Assert.True(slow.Received.Count <= 1);
    }

    [Theory]
    [InlineData("<html>502 Bad gateway")]
    [InlineData("")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")]
    [InlineData("<unexpected/>")]
    public async Task A_malformed_answer_over_soap_is_unreadable(string text)
    {
        _exchange.Answers(_ => text, HttpStatusCode.OK, "text/xml");
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal((RegisterOutcome.Unreadable, null), (reply.Outcome, reply.Answer));
    }

    [Theory]
    [InlineData("{\"school\":")]
    [InlineData("<html/>")]
    public async Task A_malformed_answer_over_rest_is_unreadable(string text)
    {
        _exchange.AnswersRest(text);
        Assert.Equal(RegisterOutcome.Unreadable, (await _exchange.AskAsync(RegisterKind.Education)).Outcome);
    }

    [Fact]
    public async Task An_answer_to_another_request_is_not_taken()
    {
        _exchange.Answers(
            request => SecurityServer.SoapAnswer(request, Person).Replace("<xro:id>0", "<xro:id>f", StringComparison.Ordinal),
            HttpStatusCode.OK,
            "text/xml"
        );
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal((RegisterOutcome.Unreadable, "other-header"), (reply.Outcome, reply.Fault));
    }

    [Fact]
    public async Task A_code_that_nobody_has_mapped_is_told_and_not_taken()
    {
        _exchange.AnswersSoap(Person.Replace("<gender>2", "<gender>9"));
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Null(Assert.IsType<PersonAnswer>(reply.Answer).Sex);
        Assert.Equal(["sex: 9"], reply.Unmapped);
    }

    [Theory]
    [InlineData("2016-05-04")]
    [InlineData("2016-05-04Z")]
    [InlineData("2016-05-04+06:00")]
    [InlineData("2016-05-04-05:00")]
    [InlineData("2016-05-04T00:00:00")]
    [InlineData("2016-05-04T00:00:00.000")]
    [InlineData("2016-05-04T23:59:59.1234567")]
    [InlineData("2016-05-04T00:00:00+06:00")]
    [InlineData("2016-05-03T18:00:00Z")] // midnight in Bishkek, as a server in UTC writes it
    [InlineData("2016-05-04T17:59:59Z")]
    [InlineData("2016-05-03T21:00:00.000+03:00")]
    [InlineData("2016-05-03T21:00:00+0300")]
    [InlineData("2016-05-03T13:00:00-05:00")]
    [InlineData("2016-05-03T24:00:00")]
    [InlineData("2016-05-04 00:00")]
    [InlineData(" \ufeff2016-05-04 ")]
    public async Task Every_form_of_a_date_becomes_the_day_in_Bishkek(string date)
    {
        _exchange.AnswersSoap(Person.Replace("2016-05-04T00:00:00", date));
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal(new DateOnly(2016, 5, 4), Assert.IsType<PersonAnswer>(reply.Answer).BirthDate);
        Assert.Empty(reply.Unmapped);
    }

    [Theory]
    [InlineData("04.05.2016", "dd.MM.yyyy")]
    [InlineData("4/5/2016", "d/M/yyyy")]
    [InlineData("20160504", "yyyyMMdd")]
    [InlineData("04.05.2016 00:00:00", "dd.MM.yyyy HH:mm:ss")]
    [InlineData("03.05.2016 18:00:00 +00:00", "dd.MM.yyyy HH:mm:ss zzz")]
    [InlineData("2016-05-03T18:00:00Z", "yyyy-MM-ddTHH:mm:ssK")]
    public void A_form_that_the_mapping_names_is_read_so(string date, string form) =>
        Assert.Equal(new DateOnly(2016, 5, 4), RegisterDay.Of(date, form));

    [Theory]
    [InlineData("2016-02-30")]
    [InlineData("2016-05-04T25:00:00")]
    [InlineData("2016-05-04T10:61:00")]
    [InlineData("2016-05-04+15:00")]
    [InlineData("0000-00-00")]
    [InlineData("04.05.2016")]
    [InlineData("2016-5-4")]
    public void What_is_no_date_is_none(string date) => Assert.Null(RegisterDay.Of(date, null));

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        _exchange.Answers(request => "\ufeff" + SecurityServer.SoapAnswer(request, Person), HttpStatusCode.OK, "text/xml");
        Assert.Equal("Сынова", Assert.IsType<PersonAnswer>((await _exchange.AskAsync(RegisterKind.Person)).Answer).Surname);
        _exchange.AnswersRest("\ufeff{\"school\":\"№ 5\",\"grade\":\"4-б\"}");
        Assert.Equal(new EducationAnswer("№ 5", "4-б"), (await _exchange.AskAsync(RegisterKind.Education)).Answer);
    }

    [Fact]
    public async Task A_date_in_another_form_is_told_and_not_taken()
    {
        _exchange.AnswersSoap(Person.Replace("2016-05-04T00:00:00", "4 май 2016"));
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Null(Assert.IsType<PersonAnswer>(reply.Answer).BirthDate);
        Assert.Equal(["birthDate"], reply.Unmapped);
    }

    [Fact]
    public async Task An_oversized_answer_is_not_read()
    {
        _exchange.AnswersSoap(Person.Replace("Сынова", new string('х', 30_000)));
        Assert.Equal(RegisterOutcome.TooLarge, (await _exchange.AskAsync(RegisterKind.Person)).Outcome);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _exchange.AnswersRest(null, HttpStatusCode.Redirect);
        var reply = await _exchange.AskAsync(RegisterKind.Education);
        Assert.Equal((RegisterOutcome.ProviderFailed, "http-302"), (reply.Outcome, reply.Fault));
        Assert.Single(_exchange.Received);
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_repeated()
    {
        var times = 0;
        _exchange.Answers(
            request => SecurityServer.SoapAnswer(request, ++times < 3 ? SecurityServer.Fault("Server.ClientProxy.NetworkError") : Person),
            HttpStatusCode.OK,
            "text/xml"
        );
        Assert.Equal(RegisterOutcome.Found, (await _exchange.AskAsync(RegisterKind.Person)).Outcome);
        Assert.Equal(3, _exchange.Received.Count);
    }

    [Fact]
    public async Task A_request_that_may_have_arrived_is_not_repeated()
    {
        _exchange.AnswersSoap(SecurityServer.Fault("Server.ServerProxy.ServiceFailed"));
        await _exchange.AskAsync(RegisterKind.Person);
        Assert.Single(_exchange.Received);
    }

    [Fact]
    public async Task A_register_that_fails_again_and_again_is_left_alone_and_the_others_are_not()
    {
        _exchange.AnswersSoap(SecurityServer.Fault("Server.ServerProxy.ServiceFailed"));
        for (var i = 0; i < 8; i++)
            await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal(5, _exchange.Received.Count);
        var reply = await _exchange.AskAsync(RegisterKind.Person);
        Assert.Equal((RegisterOutcome.Unreachable, "resting"), (reply.Outcome, reply.Fault));
        Assert.Equal(RegisterOutcome.ExchangeFailed, (await _exchange.AskAsync(RegisterKind.Benefits)).Outcome);
    }

    [Fact]
    public async Task A_security_server_that_is_not_there_is_unreachable()
    {
        _exchange.Server.Stop();
        Assert.Equal(RegisterOutcome.Unreachable, (await _exchange.AskAsync(RegisterKind.Person)).Outcome);
    }

    [Fact]
    public async Task Repeated_parts_come_as_a_list()
    {
        _exchange.AnswersRest(
            """{"members":[{"role":"MOTHER","surname":"Сынова","name":"Айгүл","birthDate":"1990-04-12"},{"role":"COUSIN","surname":"Сынов","name":"Эрлан"}]}"""
        );
        var reply = await _exchange.AskAsync(RegisterKind.Family);
        Assert.Equal([new FamilyMember("mother", "Сынова Айгүл", new(1990, 4, 12))], Assert.IsType<FamilyAnswer>(reply.Answer).Members);
        Assert.Equal(["relation: COUSIN"], reply.Unmapped);
    }

    public void Dispose() => _exchange.Dispose();
}
