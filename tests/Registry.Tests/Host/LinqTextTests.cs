using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Registry.Access.Jobs;
using Registry.Children.Purging;
using Registry.Children.Registers;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Reporting.Facts;
using Registry.Tests.Purging;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>
/// Every query that EF Core runs in a host called at all its endpoints, translated again for SQL Server and parsed as SQL Server 2022 would: no
/// server is available here. A query without a translation there fails too.
/// </summary>
[Trait("Needs", "embedded")]
public sealed class LinqTextTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Asked _asked = new();
    private RegistryHost _host = null!;

    public Task InitializeAsync()
    {
        _host = new() { With = _asked.ListenTo, SharesModels = false };
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_question_is_translated_for_SQL_Server_and_well_formed()
    {
        await AskEverythingAsync();
        var texts = new Texts();
        var wrong = new List<string>();
        foreach (var (context, question) in _asked.Questions)
        {
            var before = texts.Count;
            try
            {
                Ask(SqlServerOf(context, texts), question);
            }
            catch (Exception) when (texts.Count > before)
            {
                // the answer is empty: a query for exactly one row fails, but its text is known by then
            }
            catch (Exception problem)
            {
                wrong.Add($"{context.Name}: {problem.GetBaseException().Message}\n{question}");
            }
        }
        wrong.AddRange(texts.All.SelectMany(t => ErrorsOf(t).Select(e => $"{e.Message}: {t}")));
        output.WriteLine($"{_asked.Questions.Count} questions, {texts.All.Distinct().Count()} texts, {wrong.Count} wrong");
        Assert.True(_asked.Questions.Count > 220 && texts.Count > 200, $"{_asked.Questions.Count} questions");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Take(20)));
        Assert.Contains(
            texts.All,
            t => t.Contains("OFFSET 0 ROWS", StringComparison.Ordinal) || t.Contains("TOP(", StringComparison.Ordinal)
        );
        Assert.Contains(texts.All, t => t.Contains("DELETE FROM", StringComparison.Ordinal));
        // SQL Server without MARS: one result is read to its end before the next query runs on the same connection
        Assert.True(_asked.OneAtATime.Seen > 500, $"{_asked.OneAtATime.Seen} readers");
        Assert.Empty(_asked.OneAtATime.Second);
    }

    private async Task AskEverythingAsync()
    {
        var users = new Dictionary<string, HttpClient>();
        foreach (var user in new[] { "admin", "ministry", "unit.aksuu", "holder.aksuu" })
            users[user] = await _host.SignedInAsync(user);
        var place = await Place.OfAsync(_host, users["holder.aksuu"], users["admin"], Road.AkSuu);
        await WalkTheRoadAsync(users["holder.aksuu"], users["unit.aksuu"]);
        foreach (var endpoint in Endpoints.Of(_host).Where(e => e.UseCase is not ("SignOut" or "EndSession")))
        foreach (var user in users.Values)
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Path(place.IdFor(endpoint)));
            request.Headers.TryAddWithoutValidation("If-Match", Guid.Empty.Etag());
            if (endpoint.Method is "POST" or "PUT")
                request.Content = JsonContent.Create(Bodies.Of(endpoint, place));
            await user.SendAsync(request);
        }
    }

    /// <summary>Endpoints that require the last seen version still run queries before refusing; the nightly jobs have their own.</summary>
    private async Task WalkTheRoadAsync(HttpClient holder, HttpClient unit)
    {
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.FillCardAsync(child);
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, await holder.ResponsibleAsync());
        await unit.ApprovePlanAsync(plan);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        await _host.DueAsync(holder);
        await _host.RunJobAsync<AnnouncePurges>(job => job.RunAsync(default));
        await _host.RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        await _host.RunJobAsync<EscalateOverdue>(job => job.RunAsync(default));
        await _host.RunJobAsync<WarnOfExpiry>(job => job.RunAsync(default));
        await _host.RunJobAsync<WarnOfAbsent>(job => job.RunAsync(default));
        await _host.RunJobAsync<ForgetSignIns>(job => job.RunAsync(default));
        await _host.RunJobAsync<RefreshFromRegisters>(job => job.RunAsync(default));
        await _host.Service<RebuildFacts>().RunAsync(default);
    }

    private static IList<ParseError> ErrorsOf(string text)
    {
        using var reader = new StringReader(text);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors;
    }

    /// <summary>The context of the same module for SQL Server; it records its SQL and queries nothing.</summary>
    private DbContext SqlServerOf(Type sqlite, Texts texts)
    {
        var type = sqlite.BaseType == typeof(ModuleDbContext) || sqlite.BaseType == typeof(DbContext) ? sqlite : sqlite.BaseType!;
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        DatabaseRegistration.UseSqlServer(builder, "Server=nowhere;Database=x", "__migrations", "dbo");
        builder.AddInterceptors(texts, texts.Line);
        using var scope = _host.Services.CreateScope();
        return (DbContext)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type, builder.Options);
    }

    private static void Ask(DbContext context, Expression question)
    {
        var asked = new ForOther(context).Visit(question);
        var provider = ((IQueryable)new Root(context).Any()).Provider;
        if (typeof(IQueryable).IsAssignableFrom(asked.Type) && !IsChange(asked))
        {
            foreach (var _ in (IEnumerable)provider.CreateQuery(asked)) { }
            return;
        }
        provider.Execute(asked);
    }

    private static bool IsChange(Expression asked) =>
        asked is MethodCallExpression { Method.Name: "ExecuteDelete" or "ExecuteUpdate" or "ExecuteDeleteAsync" or "ExecuteUpdateAsync" };

    private sealed class Root(DbContext context)
    {
        public IQueryable Any()
        {
            var entity = context.Model.GetEntityTypes().First(e => !e.IsOwned());
            var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(entity.ClrType);
            return (IQueryable)set.Invoke(context, null)!;
        }
    }

    /// <summary>Replaces the tables of a query with the other model's, and its parameters with values.</summary>
    private sealed class ForOther(DbContext context) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node switch
            {
                EntityQueryRootExpression root => new EntityQueryRootExpression(context.Model.FindEntityType(root.EntityType.Name)!),
                QueryParameterExpression parameter => Sample(parameter.Type),
                _ => base.VisitExtension(node),
            };

        /// <summary>A field of an object, so that EF turns it into a parameter again.</summary>
        private static MemberExpression Sample(Type type)
        {
            var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), ValueOf(type))!;
            return Expression.Field(Expression.Constant(box), nameof(Box<int>.Value));
        }

        private static object? ValueOf(Type type)
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            if (plain == typeof(string))
                return "x";
            if (plain == typeof(byte[]))
                return new byte[] { 1 };
            if (plain.IsValueType)
                return Activator.CreateInstance(plain);
            var element = plain.IsArray
                ? plain.GetElementType()
                : plain
                    .GetInterfaces()
                    .Append(plain)
                    .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                    ?.GetGenericArguments()[0];
            if (element is null)
                return null;
            var values = Array.CreateInstance(element, 2);
            values.SetValue(ValueOf(element), 0);
            values.SetValue(ValueOf(element), 1);
            return plain.IsInstanceOfType(values) ? values
                : plain.GetConstructor([typeof(IEnumerable<>).MakeGenericType(element)]) is { } from ? from.Invoke([values])
                : null;
        }
    }

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }

    /// <summary>Captures every query before it is translated.</summary>
    private sealed class Asked : IQueryExpressionInterceptor, IMaterializationInterceptor
    {
        private readonly ConcurrentDictionary<string, (Type Context, Expression Question)> _questions = new();

        public IReadOnlyCollection<(Type Context, Expression Question)> Questions => [.. _questions.Values];

        public OneReaderAtATime OneAtATime { get; } = new();

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            var context = eventData.Context!.GetType();
            _questions.TryAdd($"{context.FullName} {queryExpression}", (context, queryExpression));
            return queryExpression;
        }

        /// <summary>A singleton interceptor too: it keeps this host's queries apart from those that other hosts have had translated.</summary>
        public void ListenTo(IServiceCollection services)
        {
            var contexts = services
                .Select(d => d.ServiceType)
                .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbContextOptions<>))
                .Select(t => t.GetGenericArguments()[0])
                .Distinct()
                .ToList();
            foreach (var context in contexts)
                typeof(Asked)
                    .GetMethod(nameof(Add), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                    .MakeGenericMethod(context)
                    .Invoke(this, [services]);
        }

        private void Add<T>(IServiceCollection services)
            where T : DbContext =>
            services.ConfigureDbContext<T>(options => options.AddInterceptors(this, OneAtATime), ServiceLifetime.Singleton);
    }

    /// <summary>Records the text of commands and answers each with an empty result.</summary>
    private sealed class Texts : DbCommandInterceptor
    {
        private readonly List<string> _texts = [];

        public IReadOnlyList<string> All => _texts;
        public int Count => _texts.Count;
        public DbConnectionInterceptor Line { get; } = new NoLine();

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result
        )
        {
            _texts.Add(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result
        )
        {
            _texts.Add(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        private sealed class NoLine : DbConnectionInterceptor
        {
            public override InterceptionResult ConnectionOpening(
                DbConnection connection,
                ConnectionEventData eventData,
                InterceptionResult result
            ) => InterceptionResult.Suppress();
        }
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
