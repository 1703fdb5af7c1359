using System.Reflection;
using Registry.Contracts;

namespace Registry.Tests.Host;

/// <summary>A search is held at its last query until the test opens the gate.</summary>
public class GatedCases : DispatchProxy
{
    private ICases _cases = null!;
    private ManualResetEventSlim _gate = null!;

    internal static ICases Of(ICases cases, ManualResetEventSlim gate)
    {
        var gated = Create<ICases, GatedCases>();
        ((GatedCases)(object)gated)._cases = cases;
        ((GatedCases)(object)gated)._gate = gate;
        return gated;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(ICases.MarksAsync))
            Assert.True(_gate.Wait(TimeSpan.FromMinutes(1)), "The gate stayed shut.");
        return targetMethod.Invoke(_cases, args);
    }
}
