using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Registry.Integration.Model;
using Registry.Platform.Parsing;

namespace Registry.Integration.Registers.XRoad;

/// <summary>X-Road message protocol 4.0: SOAP 1.1, document/literal.</summary>
internal static class SoapMessage
{
    private const string Version = "4.0";
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace XRoad = "http://x-road.eu/xsd/xroad.xsd";
    private static readonly XNamespace Ids = "http://x-road.eu/xsd/identifiers";

    public static HttpRequestMessage Request(Uri securityServer, RegisterService service, XRoadRequest request)
    {
        var envelope = new XElement(
            Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soapenv", Soap),
            new XAttribute(XNamespace.Xmlns + "xro", XRoad),
            new XAttribute(XNamespace.Xmlns + "iden", Ids),
            new XElement(
                Soap + "Header",
                Identifier("client", "SUBSYSTEM", request.Client),
                Identifier(
                    "service",
                    "SERVICE",
                    service.Address,
                    new XElement(Ids + "serviceCode", service.Code),
                    service.ServiceVersion is { Length: > 0 } version ? new XElement(Ids + "serviceVersion", version) : null
                ),
                new XElement(XRoad + "userId", request.User),
                new XElement(XRoad + "id", request.Id.ToString()),
                new XElement(XRoad + "issue", request.Issue),
                new XElement(XRoad + "protocolVersion", Version)
            ),
            new XElement(Soap + "Body", Question(service, request.Pin))
        );
        var message = new HttpRequestMessage(HttpMethod.Post, securityServer)
        {
            Content = new StringContent(envelope.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "text/xml"),
        };
        message.Headers.Add("SOAPAction", "\"\"");
        return message;
    }

    public static XRoadAnswer Read(HttpStatusCode status, byte[] content, RegisterService service, XRoadRequest request)
    {
        XElement root;
        try
        {
            root = ForeignXml.Read(content);
        }
        catch (XmlException)
        {
            // an error page of an intermediary is not a malformed response of the service
            return status is HttpStatusCode.OK ? XRoadAnswer.Unreadable("not-xml") : XRoadAnswer.OfProvider($"http-{(int)status}");
        }
        if (root.Name != Soap + "Envelope" || root.Element(Soap + "Body")?.Elements().FirstOrDefault() is not { } body)
            return XRoadAnswer.Unreadable("no-envelope");
        if (body.Name == Soap + "Fault")
            return FaultOf(body);
        var header = root.Element(Soap + "Header");
        if (
            header?.Element(XRoad + "id")?.Value != request.Id.ToString()
            || header.Element(XRoad + "service")?.Element(Ids + "serviceCode")?.Value != service.Code
        )
            return XRoadAnswer.Unreadable("other-header");
        return XRoadAnswer.Of(Node.Of(body));
    }

    /// <summary>X-Road names the proxy that failed and adds its own detail; any other fault is the provider's.</summary>
    private static XRoadAnswer FaultOf(XElement fault)
    {
        var code = fault.Elements().FirstOrDefault(e => e.Name.LocalName == "faultcode")?.Value.Trim() ?? "";
        var name = code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var ours =
            name.Contains("ClientProxy", StringComparison.Ordinal)
            || name.Contains("ServerProxy", StringComparison.Ordinal)
            || fault.Descendants().Any(e => e.Name.LocalName == "faultDetail");
        return ours ? XRoadAnswer.OfExchange(name) : XRoadAnswer.OfProvider(name);
    }

    private static XElement Identifier(string name, string type, Subsystem of, params XElement?[] more) =>
        new(
            XRoad + name,
            new XAttribute(Ids + "objectType", type),
            new XElement(Ids + "xRoadInstance", of.Instance),
            new XElement(Ids + "memberClass", of.Class),
            new XElement(Ids + "memberCode", of.Member),
            new XElement(Ids + "subsystemCode", of.Code),
            more
        );

    private static XElement Question(RegisterService service, string pin)
    {
        XNamespace space = service.Namespace ?? "";
        var question = new XElement(space + service.Code);
        foreach (var part in service.Mapping.Request)
        {
            var at = question;
            foreach (var step in part.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                var next = at.Element(step);
                if (next is null)
                    at.Add(next = new XElement(step));
                at = next;
            }
            at.Value = part.Value.Replace(RequestPart.Pin, pin, StringComparison.Ordinal);
        }
        return question;
    }
}
