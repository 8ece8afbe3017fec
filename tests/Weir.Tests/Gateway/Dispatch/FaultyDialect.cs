using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>A dialect that asks as it should, never has anything to say, and throws what no dialect may when it is cancelled.</summary>
internal sealed class FaultyDialect : IProvider
{
    public string Dialect => "faulty";

    public FrozenSet<string> Parameters => FrozenSet<string>.Empty;

    public UpstreamRequest Translate(UpstreamCall call) => new() { Path = "chat/completions", Headers = [], Body = Utf8("{}") };

    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(cancelled.SetResult);
        await cancelled.Task;
        yield return streamed ? throw new InvalidOperationException("broken dialect") : default;
    }

    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => new(null, null);
}
