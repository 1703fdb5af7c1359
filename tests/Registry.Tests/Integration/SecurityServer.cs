using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Integration;
using Registry.Integration.Model;
using Registry.Integration.Registers;
using Registry.Integration.Registers.XRoad;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Registry.Tests.Integration;

/// <summary>A security server of the exchange, simulated by WireMock, and the Base's client for it.</summary>
internal sealed class SecurityServer : IDisposable
{
    public const string Pin = "10405201600011";
    public static readonly Subsystem Client = new("central-server", "GOV", "70000000", "child-registry");

    private readonly ServiceProvider _services;
    private readonly XRoadSettings _settings;

    public SecurityServer(int timeoutSeconds = 60, int largestAnswer = 20_000)
    {
        _settings = new(
            new Uri(Server.Url! + "/"),
            Client,
            null,
            null,
            TimeSpan.FromSeconds(timeoutSeconds),
            largestAnswer,
            Simulator: false
        );
        _services = new ServiceCollection().AddSecurityServer(_settings).BuildServiceProvider();
    }

    public WireMockServer Server { get; } = WireMockServer.Start();

    public IReadOnlyList<IRequestMessage> Received => [.. Server.LogEntries.Select(e => e.RequestMessage!)];

    public static RegisterService Service(RegisterKind kind)
    {
        var service = RegisterSeed.Read().Single(s => s.Kind == kind);
        service.IsOn = true;
        return service;
    }

    public async Task<RegisterReply> AskAsync(RegisterKind kind)
    {
        var registers = new AskRegisters(
            null!,
            _services.GetRequiredService<XRoadClient>(),
            _settings,
            null!,
            null!,
            null!,
            TimeProvider.System
        );
        return (await registers.OneAsync(kind, Service(kind), Pin, "KG00207199610017.abc", "C-41702-2026-000001", default)).Reply;
    }

    /// <summary>Answers any request with a body in an envelope that repeats the request's headers.</summary>
    public void AnswersSoap(string body, TimeSpan? after = null) =>
        Answers(request => SoapAnswer(request, body), HttpStatusCode.OK, "text/xml", after: after);

    public static string SoapAnswer(IRequestMessage request, string body)
    {
        var asked = request.Body!;
        var header = asked[
            asked.IndexOf("<soapenv:Header>", StringComparison.Ordinal)..asked.IndexOf("<soapenv:Body>", StringComparison.Ordinal)
        ];
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xro=\"http://x-road.eu/xsd/xroad.xsd\" "
            + $"xmlns:iden=\"http://x-road.eu/xsd/identifiers\">{header}<soapenv:Body>{body}</soapenv:Body></soapenv:Envelope>";
    }

    public static string Fault(string code, string detail = "") =>
        $"<soapenv:Fault><faultcode>{code}</faultcode><faultstring>ЖИН {Pin} тууралуу ката</faultstring>{detail}</soapenv:Fault>";

    public void AnswersRest(string? json, HttpStatusCode status = HttpStatusCode.OK, string? error = null) =>
        Answers(_ => json, status, "application/json", error);

    public void Answers(
        Func<IRequestMessage, string?> body,
        HttpStatusCode status,
        string type,
        string? error = null,
        TimeSpan? after = null
    )
    {
        Server.Reset();
        var response = Response
            .Create()
            .WithCallback(request =>
            {
                var answer = new ResponseMessage
                {
                    StatusCode = (int)status,
                    Headers = new Dictionary<string, WireMock.Types.WireMockList<string>> { ["Content-Type"] = new(type) },
                    BodyData = body(request) is { } text
                        ? new WireMock.Util.BodyData { DetectedBodyType = WireMock.Types.BodyType.String, BodyAsString = text }
                        : null,
                };
                if (request.Headers!.TryGetValue("X-Road-Id", out var id))
                    answer.Headers["X-Road-Id"] = id;
                if (error is not null)
                    answer.Headers["X-Road-Error"] = new(error);
                if (status is HttpStatusCode.Redirect)
                    answer.Headers["Location"] = new("/elsewhere");
                return answer;
            });
        Server.Given(Request.Create().UsingAnyMethod()).RespondWith(after is { } delay ? response.WithDelay(delay) : response);
    }

    public void Dispose()
    {
        _services.Dispose();
        Server.Dispose();
    }
}
