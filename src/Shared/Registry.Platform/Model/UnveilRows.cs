using Microsoft.EntityFrameworkCore.Diagnostics;
using Registry.Platform.Keys;

namespace Registry.Platform.Model;

/// <summary>Opens what a row has under the veil as soon as it is read, tracked or not.</summary>
internal sealed class UnveilRows : IMaterializationInterceptor
{
    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (entity is IVeiled veiled && materializationData.Context is ModuleDbContext { UnitOfWork.Veil: { } veil })
            veiled.Open(veil);
        return entity;
    }
}
