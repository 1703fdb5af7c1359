using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Access;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Web;

/// <summary>Makes a repeated POST with the same Idempotency-Key give the first answer and do nothing again.</summary>
internal sealed class Idempotency(
    IServiceProvider services,
    Registry.Platform.Vault.Vault vault,
    Registry.Platform.Sealing.OpenedSeals opened,
    TimeProvider time
)
{
    private const string Header = "Idempotency-Key";
    private const string Purpose = IdempotentAnswer.Purpose;
    private const int LongestKey = 80;

    private (Guid AccountId, string Key, byte[] Hash, bool IsSecret)? _call;

    /// <summary>Reads the key of the call; the body is buffered so that it can be read again.</summary>
    /// <returns>The first answer, when there is one.</returns>
    /// <exception cref="DomainException">
    /// The key is too long (400), was used for another request or in another role (422), the first answer was a secret or is forgotten (409), or is about a child that
    /// does not lie in the caller's scope any more (404). Where the first call has made something, the refusal says where it is.
    /// </exception>
    public async Task<IdempotentAnswer?> FindAsync(HttpContext context, Caller caller, CancellationToken ct)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method))
            return null;
        if (key.Length > LongestKey)
            throw new DomainException("idempotency.key-too-long", StatusCodes.Status400BadRequest);
        var hash = await HashAsync(context.Request, caller, ct);
        var isSecret = context.GetEndpoint()?.Metadata.GetMetadata<SecretAnswer>() is not null;
        _call = (caller.AccountId, key, hash, isSecret);
        var first = await FirstAsync(caller.AccountId, key, ct);
        if (first is null)
            return null;
        if (!first.RequestHash.AsSpan().SequenceEqual(hash))
            throw OtherRequest(await IsInScopeAsync(context, caller, first, ct) ? first : null);
        if (isSecret)
            throw new DomainException("idempotency.shown-once");
        if (!await IsInScopeAsync(context, caller, first, ct))
            throw DomainException.NotFound();
        return first.IsForgotten ? throw new DomainException("idempotency.done-before") { Location = first.Location } : first;
    }

    /// <summary>Rights are those of today, not those of the first call.</summary>
    private async Task<bool> IsInScopeAsync(HttpContext context, Caller caller, IdempotentAnswer first, CancellationToken ct)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Guard>()?.Reach is not Reach.Territory)
            return true;
        var ids = (first.Subjects?.Split(',') ?? []).Select(Guid.Parse).ToList();
        if (Guid.TryParse(context.Request.RouteValues.GetValueOrDefault("id")?.ToString(), out var addressed))
            ids.Add(addressed);
        return await services.GetRequiredService<ISubjectScope>().CoversAsync(caller.Scope, ids, ct);
    }

    /// <summary>The answer to the same call, if one was given since <see cref="FindAsync"/> looked.</summary>
    /// <exception cref="DomainException">The key was used for another request meanwhile (422).</exception>
    public async Task<IdempotentAnswer?> TwinAsync(CancellationToken ct)
    {
        if (_call is not { } call || await FirstAsync(call.AccountId, call.Key, ct) is not { } first)
            return null;
        if (!first.RequestHash.AsSpan().SequenceEqual(call.Hash))
            throw OtherRequest(null);
        return call.IsSecret || first.IsForgotten ? null : first;
    }

    private static DomainException OtherRequest(IdempotentAnswer? first) =>
        new("idempotency.other-request", StatusCodes.Status422UnprocessableEntity) { Location = first?.Location };

    // requested here: most calls carry no key, and a context costs more than they do
    private Task<IdempotentAnswer?> FirstAsync(Guid account, string key, CancellationToken ct) =>
        services
            .GetRequiredService<PlatformDbContext>()
            .IdempotentAnswers.AsNoTracking()
            .FirstOrDefaultAsync(a => a.AccountId == account && a.Key == key, ct);

    /// <summary>The row that joins the call's own transaction; null when the call has no key.</summary>
    public async Task<IdempotentAnswer?> RowAsync(HttpResponse response, byte[] body, CancellationToken ct) =>
        _call is not { } call
            ? null
            : new()
            {
                AccountId = call.AccountId,
                Key = call.Key,
                RequestHash = call.Hash,
                Status = response.StatusCode,
                Location = response.Headers.Location,
                ETag = response.Headers.ETag,
                SealedBody = (await vault.OfBaseAsync(ct)).Close(
                    new SealedAt(IdempotentAnswer.RowOf(call.AccountId, call.Key)),
                    Purpose,
                    call.IsSecret ? [] : body
                ),
                Subjects = opened.Subjects is { Count: > 0 } subjects ? string.Join(',', subjects) : null,
                At = time.Utc(),
            };

    public async Task ReplayAsync(HttpContext context, IdempotentAnswer first)
    {
        var response = context.Response;
        response.StatusCode = first.Status;
        response.Headers.Location = first.Location;
        response.Headers.ETag = first.ETag;
        response.Headers["Idempotent-Replay"] = "true";
        var body = (await vault.OfBaseAsync(context.RequestAborted)).Open<byte[]>(first, Purpose, first.SealedBody);
        if (body.Length == 0)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, Caller caller, CancellationToken ct)
    {
        // in memory to the last byte: what overflows would be written to a file in plain text
        request.EnableBuffering(bufferThreshold: (int)FileLimits.Body);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // after a change of role, body or district the answers given in the earlier one are not repeated
        hash.AppendData(Encoding.UTF8.GetBytes($"{caller.Role} {caller.BodyId:N} {caller.Scope.Kind} {caller.Scope.Territory} "));
        hash.AppendData(Encoding.UTF8.GetBytes(request.Method + request.Path));
        hash.AppendData(await SHA256.HashDataAsync(request.Body, ct));
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
