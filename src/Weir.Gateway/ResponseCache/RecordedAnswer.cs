using System.Buffers;
using System.Collections.Immutable;
using Weir.Gateway.Continuation;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;

namespace Weir.Gateway.ResponseCache;

/// <summary>An answer whose events are copied as they pass, for the cache; one that grows too large is no longer copied, and passes all the same.</summary>
/// <remarks>The copy is bounded by <see cref="ResponseCacheState.LargestAnswer"/>.</remarks>
internal sealed class RecordedAnswer(ILiveAnswer inner, CacheKey key, TimeSpan timeToLive) : ILiveAnswer
{
    private readonly ImmutableArray<int>.Builder _ends = ImmutableArray.CreateBuilder<int>();
    private ArrayBufferWriter<byte>? _bytes = new();

    public CacheKey Key => key;

    public TimeSpan TimeToLive => timeToLive;

    /// <inheritdoc/>
    public Candidate Candidate => inner.Candidate;

    /// <inheritdoc/>
    public AnswerHistory? History => inner.History;

    /// <summary>All events so far; null when they became too many bytes.</summary>
    public ReadOnlyMemory<byte>? Bytes => _bytes is { } bytes ? (ReadOnlyMemory<byte>?)bytes.WrittenSpan.ToArray() : null;

    /// <summary>Where each of them ends.</summary>
    public ImmutableArray<int> Ends => _ends.ToImmutable();

    /// <inheritdoc/>
    public async ValueTask<AnswerStep> NextAsync()
    {
        var step = await inner.NextAsync();
        if (step.Event is { Kind: not StreamEventKind.End } next)
        {
            Copy(next.Json.Span);
        }

        return step;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Copy(ReadOnlySpan<byte> json)
    {
        if (_bytes is null)
        {
            return;
        }

        if (_bytes.WrittenCount + json.Length > ResponseCacheState.LargestAnswer)
        {
            _bytes = null;
            return;
        }

        _bytes.Write(json);
        _ends.Add(_bytes.WrittenCount);
    }
}
