using System.Collections.Frozen;
using Weir.Gateway.Dispatch;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>A dialect that asks as it should, and throws what no dialect may when it reads.</summary>
internal sealed class ThrowingDialect : IProvider
{
    public string Dialect => "throwing";

    public FrozenSet<string> Parameters => FrozenSet<string>.Empty;

    public UpstreamRequest Translate(UpstreamCall call) => new() { Path = "chat/completions", Headers = [], Body = Utf8("{}") };

    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) => throw new InvalidOperationException("broken dialect");

    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => throw new InvalidOperationException("broken dialect");
}
