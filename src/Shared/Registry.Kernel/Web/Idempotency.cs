using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Time;

namespace Registry.Kernel.Web;

/// <summary>Makes a repeated POST with the same Idempotency-Key give the first answer and do nothing again.</summary>
internal sealed class Idempotency(IServiceProvider services, Vault.Vault vault, Vault.OpenedSeals opened, TimeProvider time)
{
    private const string Header = "Idempotency-Key";
    private const string Purpose = "idempotent-answer";
    private const int LongestKey = 80;

    private (Guid AccountId, string Key, byte[] Hash)? _call;

    /// <summary>Reads the key of the call; the body is buffered so that it can be read again.</summary>
    /// <returns>The first answer, when there is one.</returns>
    /// <exception cref="DomainException">The key is too long (400), or was used for another request (422).</exception>
    public async Task<IdempotentAnswer?> FindAsync(HttpContext context, Caller caller, CancellationToken ct)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method))
            return null;
        if (key.Length > LongestKey)
            throw new DomainException("idempotency.key-too-long", StatusCodes.Status400BadRequest);
        var hash = await HashAsync(context.Request, ct);
        _call = (caller.AccountId, key, hash);
        // asked for here: most calls carry no key, and a context costs more than they do
        var db = services.GetRequiredService<KernelDbContext>();
        var first = await db.IdempotentAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == caller.AccountId && a.Key == key, ct);
        if (first is null)
            return null;
        return first.RequestHash.AsSpan().SequenceEqual(hash)
            ? first
            : throw new DomainException("idempotency.other-request", StatusCodes.Status422UnprocessableEntity);
    }

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
                SealedBody = (await vault.OfBaseAsync(ct)).Close(Purpose, body),
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
        var body = (await vault.OfBaseAsync(context.RequestAborted)).Open<byte[]>(Purpose, first.SealedBody);
        if (body.Length == 0)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken ct)
    {
        // in memory to the last byte: what overflows would be written to a file in plain text
        request.EnableBuffering(bufferThreshold: (int)FileLimits.Body);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Method + request.Path));
        hash.AppendData(await SHA256.HashDataAsync(request.Body, ct));
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
