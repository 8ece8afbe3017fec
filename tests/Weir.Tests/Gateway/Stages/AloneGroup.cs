using Xunit;

namespace Weir.Tests.Gateway.Stages;

/// <summary>Tests that count allocations: beside others they would find the shared pools emptied.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "alone";
}
