using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Registry.Basics.Access;
using BindingSource = Microsoft.AspNetCore.Mvc.ModelBinding.BindingSource;

namespace Registry.Web;

/// <summary>Shows ASP.NET's API description what SafeBinder does: route values are path parameters, a bodiless request's other members are query parameters.</summary>
internal sealed class RequestParameters : IApiDescriptionProvider
{
    private static readonly EmptyModelMetadataProvider Metadata = new();

    // after ASP.NET's own provider
    public int Order => 1000;

    public void OnProvidersExecuted(ApiDescriptionProviderContext context) { }

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
            if (description.ActionDescriptor.EndpointMetadata.OfType<EndpointDefinition>().FirstOrDefault() is { } endpoint)
                Describe(description, endpoint.ReqDtoType);
    }

    private static void Describe(ApiDescription description, Type request)
    {
        var bodiless = description.HttpMethod is "GET" or "HEAD" or "DELETE";
        if (bodiless || BodyMembers(description, request).Count == 0)
            foreach (var body in description.ParameterDescriptions.Where(p => p.Source == BindingSource.Body).ToList())
                description.ParameterDescriptions.Remove(body);
        foreach (var property in request.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var inRoute = InRoute(description, name);
            if (inRoute || bodiless)
                description.ParameterDescriptions.Add(
                    new()
                    {
                        Name = name,
                        Source = inRoute ? BindingSource.Path : BindingSource.Query,
                        Type = property.PropertyType,
                        IsRequired = inRoute || !IsOptional(property),
                        ModelMetadata = Metadata.GetMetadataForType(property.PropertyType),
                        ParameterDescriptor = new ParameterDescriptor { Name = name, ParameterType = property.PropertyType },
                    }
                );
        }
    }

    public static List<PropertyInfo> BodyMembers(ApiDescription description, Type request) =>
        [
            .. request
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => !InRoute(description, JsonNamingPolicy.CamelCase.ConvertName(p.Name))),
        ];

    private static bool InRoute(ApiDescription description, string name) =>
        description.RelativePath?.Contains($"{{{name}}}", StringComparison.Ordinal) == true;

    private static bool IsOptional(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || new NullabilityInfoContext().Create(property).WriteState != NullabilityState.NotNull;
}

/// <summary>Completes the OpenAPI document: summary, guard, problems, headers and the validators' limits.</summary>
public static class OpenApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddOperationTransformer(Operation);
        options.AddDocumentTransformer(Document);
        options.AddSchemaTransformer(Schema);
    }

    private static async Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (
            metadata.OfType<Guard>().FirstOrDefault() is not { } guard
            || metadata.OfType<EndpointDefinition>().FirstOrDefault() is not { } endpoint
        )
            return;
        operation.Summary = endpoint.EndpointSummary?.Summary ?? EndpointGuards.UseCaseOf(endpoint.EndpointType);
        operation.Description = guard.Permission is { } permission
            ? $"Permission: {permission}. Reach: {guard.Reach}."
            : "No sign-in needed.";
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct);
        context.Document?.AddComponent(nameof(Problem), problem);
        operation.Responses ??= [];
        operation.Tags = new HashSet<OpenApiTagReference> { new(ModuleOf(context.Description.RelativePath), context.Document) };
        NameSuccess(operation.Responses, metadata.OfType<Success>().FirstOrDefault()?.Status, endpoint.ResDtoType);
        foreach (var (status, text) in Problems(guard, context.Description.HttpMethod))
            operation.Responses[status] = new OpenApiResponse
            {
                Description = text,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Problem.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) },
                },
            };
        operation.Parameters ??= [];
        if (context.Description.HttpMethod == "POST" && !guard.Anonymous)
            operation.Parameters.Add(
                Header("Idempotency-Key", required: false, "A repeated call with the same key gives the first answer.")
            );
        if (guard.NeedsIfMatch)
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag that the caller has seen."));
        if (!guard.Anonymous)
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] },
            ];
    }

    private static string ModuleOf(string? path) => path?.Split('/') is ["api", var module, ..] ? module : "registry";

    private static void NameSuccess(OpenApiResponses responses, int? status, Type response)
    {
        const string ok = "200";
        if (response == typeof(object))
        {
            responses.Remove(ok);
            responses["204"] = new OpenApiResponse { Description = "Done." };
        }
        else if (response == typeof(FileAnswer))
            responses[ok] = new OpenApiResponse
            {
                Description = "The file.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/octet-stream"] = new()
                    {
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                    },
                },
            };
        else if (status is { } created && responses.Remove(ok, out var answer))
            responses[created.ToString(System.Globalization.CultureInfo.InvariantCulture)] = answer;
    }

    private static OpenApiParameter Header(string name, bool required, string text) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = text,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static IEnumerable<(string, string)> Problems(Guard guard, string? method)
    {
        yield return ("400", "The request is malformed or a field is wrong.");
        if (!guard.Anonymous)
            yield return ("401", "Not signed in, or the session ended.");
        yield return ("403", "The role does not allow it.");
        yield return ("404", "Does not exist, or lies outside the caller's scope.");
        if (method is not "GET")
            yield return ("409", "A rule of the domain refuses it.");
        if (guard.NeedsIfMatch)
        {
            yield return ("412", "Somebody else changed it meanwhile.");
            yield return ("428", "If-Match is missing.");
        }
        if (method is "POST")
            yield return ("422", "The Idempotency-Key was used for another request.");
    }

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info.Title = "Registry of children in difficult life situations";
        document.Info.Version = "v1";
        document.Servers?.Clear();
        document.Tags = null;
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "registry.session",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo is not null || schema.Properties is null)
            return Task.CompletedTask;
        schema.AdditionalPropertiesAllowed = false;
        var endpoint = Endpoints(context.ApplicationServices).FirstOrDefault(e => e.ReqDtoType == context.JsonTypeInfo.Type);
        if (endpoint is null)
            return Task.CompletedTask;
        foreach (
            var name in schema
                .Properties.Keys.Where(n => endpoint.Routes?.Any(r => r.Contains($"{{{n}}}", StringComparison.Ordinal)) == true)
                .ToList()
        )
        {
            schema.Properties.Remove(name);
            schema.Required?.Remove(name);
        }
        if (
            endpoint.ValidatorType is { } type
            && ActivatorUtilities.CreateInstance(context.ApplicationServices, type) is IValidator validator
        )
            Limit(schema, validator);
        return Task.CompletedTask;
    }

    private static IEnumerable<EndpointDefinition> Endpoints(IServiceProvider services) =>
        services
            .GetServices<Microsoft.AspNetCore.Routing.EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .Select(e => e.Metadata.OfType<EndpointDefinition>().FirstOrDefault())
            .OfType<EndpointDefinition>();

    private static void Limit(OpenApiSchema schema, IValidator validator)
    {
        foreach (var member in validator.CreateDescriptor().GetMembersWithValidators())
            // a rule over the whole request has no member's name
            if (
                member.Key is { } name
                && schema.Properties!.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(name), out var property)
                && property is OpenApiSchema inline
            )
                foreach (var (rule, _) in member)
                    Limit(inline, rule);
    }

    private static void Limit(OpenApiSchema property, IPropertyValidator rule)
    {
        switch (rule)
        {
            case ILengthValidator { Max: > 0 } length:
                property.MaxLength = length.Max;
                property.MinLength = length.Min > 0 ? length.Min : null;
                break;
            case INotEmptyValidator when property.Type?.HasFlag(JsonSchemaType.String) == true && property.Format is null:
                property.MinLength ??= 1;
                break;
            case IRegularExpressionValidator pattern:
                property.Pattern = pattern.Expression;
                break;
        }
    }
}
