using System.Buffers;
using System.Runtime.CompilerServices;
using Weir.Gateway.Chat;
using Weir.Gateway.Debugging;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Stages;

/// <summary>What is known of an answer while it passes. Used by one request.</summary>
internal sealed class RelayState
{
    // What patching adds to an answer, closing usage included, in nearly all cases.
    private const int PatchBytes = 1024;

    // Events that arrived together leave together, but not more of them than this.
    private const int MostUnsent = 16 * 1024;

    private readonly ClientWriter _client;
    private readonly IAnswerTranslator _answer;
    private readonly IOperation _operation;
    private readonly IAnswerForm _form;
    private readonly ArrayBufferWriter<byte> _scratch = new();
    private readonly EventBuffer _events = new();
    private readonly ChatStreamAccumulator _folded = new();

    // A non-streamed answer that nobody has asked the parts of yet.
    private ReadOnlyMemory<byte> _whole;

    public RelayState(Inbound inbound, ModelRequest request, Candidate candidate, Func<ReadOnlyMemory<byte>>? metadata = null)
    {
        _client = inbound.Client;
        _operation = inbound.Operation;
        _form = _operation.Answer(inbound, request, candidate);
        _answer = inbound.Protocol.Answer(inbound, candidate.Model.Slug, candidate.Endpoint.Provider.Name);
        IsStream = request.Stream;
        Closing = new ClosingEvent(inbound, _answer, _form, IsStream ? null : _scratch, metadata);
    }

    public bool IsStream { get; }

    /// <summary>What the answer comes to. A whole one is taken apart when this is first asked: on a server that keeps no traces nearly nobody does.</summary>
    public ChatStreamAccumulator Answer
    {
        get
        {
            if (!_whole.IsEmpty)
            {
                _ = _folded.Add(_whole.Span);
                _whole = default;
            }

            return _folded;
        }
    }

    public ClosingEvent Closing { get; }
    public TokenUsage? Usage { get; private set; }
    public string? FinishReason { get; private set; }
    public string? NativeFinishReason { get; private set; }
    public string? UpstreamId { get; private set; }
    public string? ServiceTier { get; private set; }
    public bool SawToolCalls { get; private set; }

    /// <summary>Images that passed in messages.</summary>
    public int Images { get; private set; }

    /// <summary>An error the upstream put into its answer; nothing of that event was passed on.</summary>
    public UpstreamErrorBody? Error { get; private set; }

    /// <summary>Takes one event in and writes it for the client, or keeps it when it is the body of a non-streamed answer. It leaves with the next <see cref="FlushAsync"/>.</summary>
    /// <exception cref="System.Text.Json.JsonException">The event is not a JSON object.</exception>
    public ValueTask PassAsync(StreamEvent next)
    {
        var json = next.Json;
        var facts = _operation.ReadFacts(json.Span, UpstreamId);
        Take(facts);
        if (facts.Error is not null)
        {
            return ValueTask.CompletedTask;
        }

        if (_form.Raw is { } head)
        {
            return _client.SendBytesAsync(head, json);
        }

        if (!IsStream)
        {
            _whole = json;

            // Room for all at once: growing would copy what is written so far again and again.
            _ = _scratch.GetSpan(json.Length + PatchBytes);
            _form.WriteWhole(json.Span, SawToolCalls, _scratch);
            return ValueTask.CompletedTask;
        }

        _scratch.ResetWrittenCount();
        _form.WriteEvent(json.Span, facts, SawToolCalls, _scratch);
        if (_scratch.WrittenCount == 0)
        {
            return ValueTask.CompletedTask;
        }

        _ = _folded.Add(_scratch.WrittenSpan);
        _answer.WriteChunk(_scratch.WrittenSpan, _events);
        return _events.Written.Length < MostUnsent ? ValueTask.CompletedTask : FlushAsync();
    }

    /// <summary>Sends what was written and has not left yet.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FlushAsync()
    {
        if (!_events.IsEmpty)
        {
            await _client.SendEventsAsync(_events);
            _events.Clear();
        }
    }

    /// <summary>Tells what was noted of the attempts since the last time.</summary>
    public ValueTask TellAsync(DebugState debug)
    {
        foreach (var note in debug.Take())
        {
            _answer.WriteDebug(note, _events);
        }

        return FlushAsync();
    }

    private void Take(in AnswerFacts facts)
    {
        Usage = facts.Usage is { } usage && Usage is { } before ? before.Combine(usage) : facts.Usage ?? Usage;
        FinishReason ??= facts.FinishReason;
        NativeFinishReason ??= facts.NativeFinishReason;
        UpstreamId ??= facts.UpstreamId;
        ServiceTier ??= facts.ServiceTier;
        SawToolCalls |= facts.HasToolCalls;
        Images += facts.Images;
        Error = facts.Error;
    }
}
