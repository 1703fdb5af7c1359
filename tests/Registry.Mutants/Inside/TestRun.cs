using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Registry.Mutants.Inside;

/// <summary>Discovers and runs tests of an assembly in this process.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly XunitTestFramework _framework = new(new Sink(_ => true));
    private readonly ITestFrameworkExecutor _executor;

    public TestRun(Assembly assembly)
    {
        _executor = _framework.GetExecutor(assembly.GetName());
        using var discoverer = _framework.GetDiscoverer(Reflector.Wrap(assembly));
        using var done = new ManualResetEventSlim();
        var cases = new List<ITestCase>();
        var sink = new Sink(message =>
        {
            if (message is ITestCaseDiscoveryMessage found)
                cases.Add(found.TestCase);
            if (message is IDiscoveryCompleteMessage)
                done.Set();
            return true;
        });
        discoverer.Find(includeSourceInformation: false, sink, new Options());
        done.Wait();
        Cases = cases.DistinctBy(c => c.UniqueID).ToDictionary(c => c.UniqueID);
    }

    public IReadOnlyDictionary<string, ITestCase> Cases { get; }

    public static string ClassOf(ITestCase test) => test.TestMethod.TestClass.Class.Name;

    /// <param name="hears">Receives every message; false stops the run.</param>
    public void Run(IEnumerable<ITestCase> tests, Func<IMessageSinkMessage, bool> hears)
    {
        using var done = new ManualResetEventSlim();
        var sink = new Sink(message =>
        {
            var goesOn = hears(message);
            if (message is ITestAssemblyFinished)
                done.Set();
            return goesOn;
        });
        var options = new Options();
        // sequential: what a test reaches is its own, and a stopped run waits for no other
        options.SetValue("xunit.execution.DisableParallelization", (bool?)true);
        _executor.RunTests(tests, sink, options);
        done.Wait();
    }

    public void Dispose()
    {
        _executor.Dispose();
        _framework.Dispose();
    }

    private sealed class Sink(Func<IMessageSinkMessage, bool> hears) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => hears(message);
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new() { ["xunit.execution.SynchronousMessageReporting"] = (bool?)true };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
