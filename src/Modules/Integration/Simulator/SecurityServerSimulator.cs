using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Registry.Basics;
using Registry.Basics.People;
using Registry.Contracts;

namespace Registry.Integration.Simulator;

/// <summary>
/// A security server for Development with all services behind it: real X-Road messages go in and out, only the network is missing. Every well-formed
/// number is a person (<see cref="SyntheticPeople"/>). Numbers ending in 00000 are unknown; 99991: X-Road fails, 99992: the provider fails, 99993: the
/// person has died.
/// </summary>
internal sealed class SecurityServerSimulator : HttpMessageHandler
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Identifiers = "http://x-road.eu/xsd/identifiers";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Post
            ? OverSoap(XElement.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)))
            : OverRest(request);

    private static HttpResponseMessage OverSoap(XElement envelope)
    {
        var header = envelope.Element(Soap + "Header")!;
        var code = header.Descendants(Identifiers + "serviceCode").Single().Value;
        var question = envelope.Element(Soap + "Body")!.Elements().Single();
        var pin = question.Descendants().First(e => e.Name.LocalName.Equals("pin", StringComparison.OrdinalIgnoreCase)).Value;
        var body = Trouble(pin) switch
        {
            "exchange" => Fault("Server.ServerProxy.ServiceFailed", new XElement("detail", new XElement("faultDetail", Ids.New()))),
            "provider" => Fault("Server", null),
            _ => new XElement(
                question.Name + "Response",
                new XElement("response", Known(pin) is { } known ? SoapServices.Answer(code, known) : [])
            ),
        };
        var answer = new XElement(Soap + "Envelope", header, new XElement(Soap + "Body", body));
        return new(HttpStatusCode.OK) { Content = new StringContent(answer.ToString(), Encoding.UTF8, "text/xml") };
    }

    private static XElement Fault(string code, XElement? detail) =>
        new(Soap + "Fault", new XElement("faultcode", code), new XElement("faultstring", "Simulated"), detail);

    private static HttpResponseMessage OverRest(HttpRequestMessage request)
    {
        var steps = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        const int codeAt = 5;
        var (code, pin) = (steps[codeAt], steps[^1]);
        var answer = new HttpResponseMessage(HttpStatusCode.OK);
        answer.Headers.Add("X-Road-Id", request.Headers.GetValues("X-Road-Id").Single());
        answer.Headers.Add("X-Road-Request-Id", Ids.New().ToString());
        switch (Trouble(pin))
        {
            case "exchange":
                answer.StatusCode = HttpStatusCode.InternalServerError;
                answer.Headers.Add("X-Road-Error", "Server.ServerProxy.ServiceFailed");
                return answer;
            case "provider":
                answer.StatusCode = HttpStatusCode.InternalServerError;
                return answer;
        }
        if (Known(pin) is not { } known || RestServices.Answer(code, known) is not { } content)
            answer.StatusCode = HttpStatusCode.NoContent;
        else
            answer.Content = new StringContent(JsonSerializer.Serialize(content), Encoding.UTF8, "application/json");
        return answer;
    }

    private static string? Trouble(string pin) =>
        pin.EndsWith("99991", StringComparison.Ordinal) ? "exchange"
        : pin.EndsWith("99992", StringComparison.Ordinal) ? "provider"
        : null;

    private static SyntheticPerson? Known(string pin) =>
        Pin.BirthDate(pin) is null || pin.EndsWith("00000", StringComparison.Ordinal) ? null : SyntheticPeople.Of(pin);
}
