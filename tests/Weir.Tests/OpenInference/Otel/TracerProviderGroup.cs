using Xunit;

namespace Weir.Tests.OpenInference.Otel;

/// <summary>Tests that start a tracer provider: it listens to every instrumented call of the process, so nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TracerProviderGroup
{
    public const string Name = "tracer provider";
}
